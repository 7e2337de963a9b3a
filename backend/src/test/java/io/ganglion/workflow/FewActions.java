package io.ganglion.workflow;

import io.ganglion.connector.Manifest;
import io.ganglion.connector.RetryClass;
import io.ganglion.connector.UndoClass;
import io.ganglion.kernel.Json;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Three actions, for tests of what calls may say. */
final class FewActions implements ActionNames {
  private static final Map<String, String> INPUTS =
      Map.of(
          "x.createPost",
          """
          {"type": "object", "required": ["text"], "additionalProperties": false,
           "properties": {"text": {"type": "string", "maxLength": 280},
                          "replyTo": {"type": "string", "pattern": "^[0-9]+$"}}}
          """,
          "instagram.createPost",
          """
          {"type": "object", "required": ["caption"], "properties": {"caption": {"type": "string"}}}
          """,
          "model.chat",
          """
          {"type": "object", "required": ["messages"],
           "properties": {"messages": {"type": "array", "minItems": 1},
                          "temperature": {"type": "number", "minimum": 0, "maximum": 2}}}
          """);

  @Override
  public Optional<Manifest.Action> action(String function) {
    return Optional.ofNullable(INPUTS.get(function)).map(input -> action(function, input));
  }

  @Override
  public Set<String> names() {
    return INPUTS.keySet();
  }

  private static Manifest.Action action(String function, String input) {
    return new Manifest.Action(
        function.substring(function.indexOf('.') + 1),
        function,
        Json.read(input),
        Json.object(),
        RetryClass.RECONCILABLE,
        UndoClass.REVERSIBLE,
        false,
        Optional.empty(),
        Optional.empty(),
        Duration.ofSeconds(10),
        3,
        Map.of(),
        Map.of());
  }
}
