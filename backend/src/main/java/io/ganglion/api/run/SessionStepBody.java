package io.ganglion.api.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.Json;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One act that a session is asked for.
 *
 * @param connection name of one of the agent's connections; none for {@code http.request}
 * @param action {@code connector.action}
 * @param input the action's arguments, taken as they are: no expressions
 */
@Schema(name = "SessionStepBody")
public record SessionStepBody(
    @Schema(examples = "main") @Nullable String connection,
    @Schema(required = true, examples = "x.createPost") @Nullable String action,
    @Schema(description = "The action's arguments, as the catalogue describes them")
        @Nullable JsonNode input) {

  /**
   * The body as it is kept.
   *
   * @param known whether there is an action of a name
   * @param pointer where it is in the request
   */
  ObjectNode toJson(Predicate<String> known, String pointer) {
    if (action == null || !known.test(action)) {
      throw new InvalidRequest(
          pointer + "/action", "name an action of the catalogue, e.g. x.createPost");
    }
    if (input != null && !input.isObject()) {
      throw new InvalidRequest(pointer + "/input", "send an object");
    }
    var arguments = input == null ? Json.object() : input;
    if (arguments.has("connection")) {
      throw new InvalidRequest(
          pointer + "/input/connection", "name the connection beside the input, not in it");
    }
    if (action.startsWith("http.") && arguments.path("endpoint").has("authentication")) {
      throw new InvalidRequest(
          pointer + "/input/endpoint/authentication",
          "a session's steps are kept as they are sent; use a workflow with use.secrets");
    }
    var body = Json.object().put("action", action);
    if (connection != null) {
      body.put("connection", connection);
    }
    body.set("input", arguments);
    return body;
  }
}
