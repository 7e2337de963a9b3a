package io.ganglion.workflow;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A stored version with its document.
 *
 * @param content as it was sent, YAML or JSON
 * @param source the same as JSON
 * @param schemas that it names by their address, by that address, as they were when it was stored
 */
public record Document(
    WorkflowVersion workflow, String content, JsonNode source, JsonNode schemas) {}
