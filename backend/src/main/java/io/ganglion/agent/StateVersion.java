package io.ganglion.agent;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.RunId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a state entry once was.
 *
 * @param value null where this version deleted the entry; JSON null is a value
 * @param run whose step wrote it; null for a write through the API
 * @param position the step's DSL pointer with visit indices
 * @param actor who wrote it: the id of an API key, {@code run} or {@code compensation}
 */
public record StateVersion(
    long version,
    @Nullable JsonNode value,
    @Nullable RunId run,
    @Nullable String position,
    String actor,
    Instant at) {}
