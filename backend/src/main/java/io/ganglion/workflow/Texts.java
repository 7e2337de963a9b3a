package io.ganglion.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.Problem.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads a text as the document it is, JSON or YAML, within the limits of a workflow's. */
public final class Texts {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private Texts() {}

  /**
   * Its value.
   *
   * @param text at most 1 MiB
   * @throws WorkflowProblem if it is neither JSON nor YAML, or passes a limit
   */
  public static JsonNode value(String text) {
    return read(text).root();
  }

  static Located read(String text) {
    if (text.length() > Intake.MAX_CHARS
        || text.getBytes(StandardCharsets.UTF_8).length > Intake.MAX_CHARS) {
      throw WorkflowProblem.invalid(
          List.of(
              new Violation(
                  "",
                  "the document is larger than %d bytes; split it".formatted(Intake.MAX_CHARS),
                  1)));
    }
    var plain = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    return plain.stripLeading().startsWith("{") ? jsonOrYaml(plain) : YamlReader.read(plain);
  }

  /** Braces also open YAML's flow style. */
  private static Located jsonOrYaml(String text) {
    try {
      return JsonReader.read(text);
    } catch (JsonProcessingException notJson) {
      try {
        return YamlReader.read(text);
      } catch (WorkflowProblem neither) {
        throw WorkflowProblem.invalid(
            List.of(
                new Violation(
                    "",
                    notJson instanceof StreamConstraintsException
                        ? "nest at most %d deep, with numbers of at most 1000 digits"
                            .formatted(Json.MAX_DEPTH)
                        : "this is not JSON: " + notJson.getOriginalMessage(),
                    notJson.getLocation() == null ? 1 : notJson.getLocation().getLineNr())));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // there is no input or output in a text
    }
  }
}
