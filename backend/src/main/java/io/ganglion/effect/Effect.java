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
 * @param tries how often it was dispatched, and how often nobody saw what came of it
 * @param last the last attempt that didn't land; empty for none
 * @param landed what it came to; null until LANDED
 * @param evidence what proves the fate: {@code response}, {@code lookup} or {@code person}
 * @param times when what happened, by the database's clock
 */
public record Effect(
    Frozen frozen,
    JsonNode handle,
    EffectState state,
    Tries tries,
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

  /**
   * Dispatches.
   *
   * @param sent how often it was dispatched
   * @param lost how many of these ended with their worker, before anybody saw an answer
   */
  public record Tries(int sent, int lost) {
    static final Tries NONE = new Tries(0, 0);

    Tries again() {
      return new Tries(sent + 1, lost);
    }

    Tries lostOne() {
      return new Tries(sent, lost + 1);
    }
  }

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

  /** How often it was dispatched. */
  public int attempts() {
    return tries.sent;
  }

  /**
   * Still DISPATCHED in the ledger when somebody takes it up: its worker died before it saw an
   * answer. From here on it is in doubt, and the attempt is counted as lost.
   */
  Effect orphaned() {
    if (state != EffectState.DISPATCHED) {
      return this;
    }
    return new Effect(
        frozen,
        handle,
        EffectState.UNKNOWN,
        tries.lostOne(),
        new Miss(0, "the worker died before it saw an answer"),
        null,
        null,
        times);
  }

  Effect withHandle(JsonNode prepared) {
    return new Effect(frozen, prepared, state, tries, last, landed, evidence, times);
  }

  /** A new attempt. */
  Effect dispatched(Instant now, Instant judgeAfter) {
    var first = times.firstDispatched == null ? now : times.firstDispatched;
    return new Effect(
        frozen,
        handle,
        EffectState.DISPATCHED,
        tries.again(),
        last,
        null,
        null,
        new Times(first, now, judgeAfter, null, null));
  }

  /** The same attempt, not sent so far and begun anew. */
  Effect postponed(Instant now, Instant judgeAfter) {
    var first = tries.sent == 1 ? now : times.firstDispatched;
    var begun = new Times(first, now, judgeAfter, null, null);
    return new Effect(frozen, handle, state, tries, last, null, null, begun);
  }

  public Effect landed(Landing landing, String proof, Instant now) {
    return new Effect(
        frozen, handle, EffectState.LANDED, tries, last, landing, proof, settledAt(now, null));
  }

  public Effect notLanded(
      Miss miss, @Nullable String proof, @Nullable Instant notBefore, Instant now) {
    return new Effect(
        frozen,
        handle,
        EffectState.NOT_LANDED,
        tries,
        miss,
        null,
        proof,
        settledAt(now, notBefore));
  }

  /**
   * @param judgeAfter before this, not finding it proves nothing
   * @param notBefore no attempt before this
   */
  Effect unknown(Miss miss, Instant judgeAfter, Instant notBefore) {
    var when = new Times(times.firstDispatched, times.dispatched, judgeAfter, notBefore, null);
    return new Effect(frozen, handle, EffectState.UNKNOWN, tries, miss, null, null, when);
  }

  public Effect abandoned(Miss why, Instant now) {
    return new Effect(
        frozen, handle, EffectState.ABANDONED, tries, why, null, null, settledAt(now, null));
  }

  Effect undone() {
    return new Effect(frozen, handle, EffectState.UNDONE, tries, last, landed, evidence, times);
  }

  private Times settledAt(Instant now, @Nullable Instant notBefore) {
    return new Times(times.firstDispatched, times.dispatched, times.judgeAfter, notBefore, now);
  }
}
