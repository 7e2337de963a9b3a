package io.ganglion.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.expression.Template;
import java.util.Optional;

/**
 * What an {@code input}, {@code output} or {@code export} says.
 *
 * @param transform {@code from} or {@code as}; empty for identity
 * @param schema inline JSON Schema; empty for any
 */
public record Data(Optional<Template> transform, Optional<JsonNode> schema) {
  public static final Data ANY = new Data(Optional.empty(), Optional.empty());
}
