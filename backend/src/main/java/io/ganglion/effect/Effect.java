package io.ganglion.effect;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.RetryClass;
import io.ganglion.connector.UndoClass;
import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.SystemId;
import io.ganglion.kernel.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the ledger.
 *
 * @param frozen what never changes
 * @param handle what prepare gave; JSON null before that
 * @param attempts how often it was dispatched
 * @param last the last attempt that didn't land; empty for none
 * @param landed what it came to; null until LANDED
 * @param evidence what proves the fate: {@code response}, {@code lookup} or {@code person}
 * @param times when what happened, by the database's clock
 */
public record Effect(
    Frozen frozen,
    JsonNode handle,
    EffectState state,
    int attempts,
    @Nullable Miss last,
    @Nullable Landing landed,
    @Nullable String evidence,
    Times times) {

  /**
   * The intent.
   *
   * @param position the task visit's, with visit indices
   * @param ordinal numbers the intents inside one visit
   * @param undoOf the effect this one takes back; null for phase {@code do}
   * @param connection name of the agent's connection; null where none is needed
   * @param reads versions of the state entries it was made from
   */
  public record Frozen(
      TenantId tenant,
      EffectId id,
      RunId run,
      String position,
      int ordinal,
      @Nullable EffectId undoOf,
      @Nullable String connection,
      String connector,
      String action,
      SystemId system,
      RetryClass retryClass,
      UndoClass undoClass,
      JsonNode arguments,
      String argumentsHash,
      @Nullable JsonNode reads) {
    public String phase() {
      return undoOf == null ? "do" : "undo";
    }

    public String function() {
      return connector + "." + action;
    }
  }

  /**
   * An attempt that did not land, or may not have: HTTP status (0 where there was no answer) and
   * reason.
   */
  public record Miss(int status, String reason) {}

  /** What it came to. */
  public record Landing(JsonNode output, String reference, @Nullable String url) {}

  /**
   * Times by the database's clock.
   *
   * @param judgeAfter before this, not finding it proves nothing
   * @param notBefore no attempt before this
   */
  public record Times(
      @Nullable Instant firstDispatched,
      @Nullable Instant dispatched,
      @Nullable Instant judgeAfter,
      @Nullable Instant notBefore,
      @Nullable Instant settled) {
    static final Times NONE = new Times(null, null, null, null, null);
  }

  public EffectId id() {
    return frozen.id;
  }

  Effect withHandle(JsonNode prepared) {
    return new Effect(frozen, prepared, state, attempts, last, landed, evidence, times);
  }

  /** A new attempt. */
  Effect dispatched(Instant now, Instant judgeAfter) {
    var first = times.firstDispatched == null ? now : times.firstDispatched;
    return new Effect(
        frozen,
        handle,
        EffectState.DISPATCHED,
        attempts + 1,
        last,
        null,
        null,
        new Times(first, now, judgeAfter, null, null));
  }

  /** The same attempt, not sent so far and begun anew. */
  Effect postponed(Instant now, Instant judgeAfter) {
    var first = attempts == 1 ? now : times.firstDispatched;
    var begun = new Times(first, now, judgeAfter, null, null);
    return new Effect(frozen, handle, state, attempts, last, null, null, begun);
  }

  public Effect landed(Landing landing, String proof, Instant now) {
    return new Effect(
        frozen, handle, EffectState.LANDED, attempts, last, landing, proof, settledAt(now, null));
  }

  public Effect notLanded(
      Miss miss, @Nullable String proof, @Nullable Instant notBefore, Instant now) {
    return new Effect(
        frozen,
        handle,
        EffectState.NOT_LANDED,
        attempts,
        miss,
        null,
        proof,
        settledAt(now, notBefore));
  }

  Effect unknown(Miss miss, Instant judgeAfter) {
    var when = new Times(times.firstDispatched, times.dispatched, judgeAfter, null, null);
    return new Effect(frozen, handle, EffectState.UNKNOWN, attempts, miss, null, null, when);
  }

  public Effect abandoned(Miss why, Instant now) {
    return new Effect(
        frozen, handle, EffectState.ABANDONED, attempts, why, null, null, settledAt(now, null));
  }

  Effect undone() {
    return new Effect(frozen, handle, EffectState.UNDONE, attempts, last, landed, evidence, times);
  }

  private Times settledAt(Instant now, @Nullable Instant notBefore) {
    return new Times(times.firstDispatched, times.dispatched, times.judgeAfter, notBefore, now);
  }
}
