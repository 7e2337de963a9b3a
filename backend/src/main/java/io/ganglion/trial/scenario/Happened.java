package io.ganglion.trial.scenario;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Something that happened at a platform, by its own journal.
 *
 * @param part of the world
 * @param kind e.g. {@code post.created}
 */
public record Happened(String part, String kind, JsonNode payload) {}
