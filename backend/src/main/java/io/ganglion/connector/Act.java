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
 */
public record Act(
    Manifest.Action action,
    EffectId effect,
    JsonNode arguments,
    JsonNode handle,
    Instant firstDispatched) {}
