package io.ganglion.connector;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.EffectId;
import java.time.Instant;

/**
 * One frozen intent as a connector sees it.
 *
 * @param effect unique for the intent and the same for all its attempts: the seed of idempotency
 *     keys
 * @param arguments validated against the action's input schema
 * @param handle what {@code prepare} gave, durable before the first byte; JSON null where nothing
 *     was prepared
 * @param firstDispatched the database's time of the first attempt
 * @param others for a look-up by what the act says
 */
public record Act(
    Manifest.Action action,
    EffectId effect,
    JsonNode arguments,
    JsonNode handle,
    Instant firstDispatched,
    Others others) {
  /** An act beside which there is no other. */
  public Act(
      Manifest.Action action,
      EffectId effect,
      JsonNode arguments,
      JsonNode handle,
      Instant firstDispatched) {
    this(action, effect, arguments, handle, firstDispatched, Others.NONE);
  }

  /** The same act, to be told from others. */
  public Act beside(Others them) {
    return new Act(action, effect, arguments, handle, firstDispatched, them);
  }
}
