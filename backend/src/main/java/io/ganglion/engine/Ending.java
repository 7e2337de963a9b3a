package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one visit ends: what its raw output becomes, found out before the visit is on record, so that
 * a task whose output can't be used is never recorded as completed; and whether it is on record.
 * Used by the thread that visits.
 */
final class Ending {
  /** Makes of a visit's raw output what it leaves behind. */
  interface Form {
    /**
     * @throws Unwind.Fault when it can't be used
     */
    Left of(Visit visit, JsonNode raw);
  }

  /**
   * What a visit leaves behind.
   *
   * @param context what it exports; empty when nothing
   */
  record Left(JsonNode output, Optional<JsonNode> context) {}

  private final Form form;
  private @Nullable JsonNode raw;
  private @Nullable Left left;
  private Unwind.@Nullable Fault fault;
  private boolean recorded;

  Ending(Form form) {
    this.form = form;
  }

  /** Of a visit that is no task's own: nothing is made of its output. */
  static Ending plain() {
    return new Ending((visit, raw) -> new Left(raw, Optional.empty()));
  }

  /**
   * What is left of a raw output; evaluated once.
   *
   * @throws Unwind.Fault when it can't be used
   */
  Left left(Visit visit, JsonNode output) {
    if (raw != output) {
      raw = output;
      left = null;
      fault = null;
      try {
        OutputLimit.check(visit, output);
        left = form.of(visit, output);
      } catch (Unwind.Fault unusable) {
        fault = unusable;
      }
    }
    if (left == null) {
      throw java.util.Objects.requireNonNull(fault);
    }
    return left;
  }

  boolean recorded() {
    return recorded;
  }

  /** The visit has a record, or one is on its way. */
  void record() {
    recorded = true;
  }
}
