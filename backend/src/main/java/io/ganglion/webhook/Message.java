package io.ganglion.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.MessageId;
import io.ganglion.kernel.RunId;
import java.time.Instant;
import java.util.Optional;

/**
 * One event as endpoints get it.
 *
 * @param run what it is about, where that is a run
 * @param body all that is sent
 * @param at when it was made
 */
public record Message(MessageId id, String type, Optional<RunId> run, JsonNode body, Instant at) {}
