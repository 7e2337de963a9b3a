package io.ganglion.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.db.Write;
import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a run's worker writes of it. */
public sealed interface RunWrite extends Write {
  RunId run();

  /**
   * Refused once somebody asked to cancel the run: nothing is dispatched after that was
   * acknowledged.
   */
  record NotCancelled(TenantId tenant, RunId run) implements RunWrite {}

  /** A task visit has ended. */
  record Append(TenantId tenant, RunId run, Step step) implements RunWrite {}

  /** The run has read a version of one of its agent's state entries. */
  record Read(TenantId tenant, RunId run, String position, String key, long version)
      implements RunWrite {}

  /** A visit has consumed an event. */
  record Consume(TenantId tenant, RunId run, String position, Consumed event) implements RunWrite {}

  /** A replay need not read what was written before; once a batch and run. */
  record Compact(TenantId tenant, RunId run, JsonNode state) implements RunWrite {}

  /** An effect from before a checkpoint whose task asks for compensation. */
  record Compensable(TenantId tenant, RunId run, EffectId effect) implements RunWrite {}

  /** A wait has begun. */
  record Timer(TenantId tenant, RunId run, String position, Instant due) implements RunWrite {}

  /**
   * The runs that it started and awaits, at positions that begin so, are asked to stop; those that
   * have ended stay as they are.
   */
  record StopChildren(TenantId tenant, RunId run, String position) implements RunWrite {}

  /**
   * What the branch waits for that waits longest while others of the run are busy; null: none waits
   * for long.
   */
  record Rest(TenantId tenant, RunId run, @Nullable JsonNode waitingFor) implements RunWrite {}

  /**
   * The run leaves memory until it is due.
   *
   * @param underWay by position, when the visits began that it is in
   */
  record Park(
      TenantId tenant,
      RunId run,
      RunState state,
      JsonNode waitingFor,
      Instant due,
      int depthPeak,
      JsonNode underWay)
      implements RunWrite {}

  /** The run has ended. */
  record End(
      TenantId tenant,
      RunId run,
      RunState state,
      @Nullable JsonNode output,
      @Nullable JsonNode error,
      int depthPeak)
      implements RunWrite {}
}
