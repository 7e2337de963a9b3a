package io.ganglion.run;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One event that a visit consumed.
 *
 * @param ordinal order of consumption within the visit, from 0
 * @param seq the event's number on the bus
 * @param filter the filter that it fits
 */
public record Consumed(int ordinal, long seq, int filter, JsonNode event) {}
