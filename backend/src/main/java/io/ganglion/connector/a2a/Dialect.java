package io.ganglion.connector.a2a;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * How a version of the protocol is spoken. Workflows write 0.3, whose method names the DSL has; for
 * 1.0 names and messages are put into its words. Results stay as they are. Pure.
 *
 * @see <a href="https://a2a-protocol.org/latest/specification/">A2A</a>
 */
enum Dialect {
  V0_3,
  V1_0;

  private static final String KIND = "kind";

  private static final Map<String, String> METHODS =
      Map.ofEntries(
          Map.entry("message/send", "SendMessage"),
          Map.entry("message/stream", "SendStreamingMessage"),
          Map.entry("tasks/get", "GetTask"),
          Map.entry("tasks/list", "ListTasks"),
          Map.entry("tasks/cancel", "CancelTask"),
          Map.entry("tasks/resubscribe", "SubscribeToTask"),
          Map.entry("tasks/pushNotificationConfig/set", "CreateTaskPushNotificationConfig"),
          Map.entry("tasks/pushNotificationConfig/get", "GetTaskPushNotificationConfig"),
          Map.entry("tasks/pushNotificationConfig/list", "ListTaskPushNotificationConfigs"),
          Map.entry("tasks/pushNotificationConfig/delete", "DeleteTaskPushNotificationConfig"),
          Map.entry("agent/getAuthenticatedExtendedCard", "GetExtendedAgentCard"));

  String method(String name) {
    return switch (this) {
      case V0_3 -> name;
      case V1_0 -> Objects.requireNonNull(METHODS.get(name));
    };
  }

  Map<String, String> headers() {
    return switch (this) {
      case V0_3 -> Map.of();
      case V1_0 -> Map.of("A2A-Version", "1.0");
    };
  }

  /**
   * Parameters, with the message's defaults.
   *
   * @param messageId of a message that has none
   */
  JsonNode parameters(JsonNode given, boolean talks, String messageId) {
    if (!talks || !given.path("message").isObject()) {
      return given;
    }
    ObjectNode parameters = given.deepCopy();
    var message = (ObjectNode) parameters.get("message");
    if (!message.has("messageId")) {
      message.put("messageId", messageId);
    }
    if (!message.has("role")) {
      message.put("role", "user");
    }
    switch (this) {
      case V0_3 -> message.put(KIND, "message");
      case V1_0 -> message(message);
    }
    return parameters;
  }

  private static void message(ObjectNode message) {
    message.remove(KIND);
    var role = message.path("role").asText();
    if (!role.startsWith("ROLE_")) {
      message.put("role", "ROLE_" + role.toUpperCase(Locale.ROOT));
    }
    message
        .path("parts")
        .forEach(
            part -> {
              if (part instanceof ObjectNode object) {
                part(object);
              }
            });
  }

  private static void part(ObjectNode part) {
    part.remove(KIND);
    var file = part.remove("file");
    if (file != null) {
      var names = Map.of("uri", "url", "bytes", "raw", "mimeType", "mediaType", "name", "filename");
      for (var name : List.of("uri", "bytes", "mimeType", "name")) {
        if (file.has(name)) {
          part.set(Objects.requireNonNull(names.get(name)), file.get(name));
        }
      }
    }
  }

  /** The task of a result; missing where it is none. */
  static JsonNode task(JsonNode result) {
    var inner = result.path("task");
    var task = inner.isObject() ? inner : result;
    return task.has("status") && task.has("id") ? task : Json.mapper().missingNode();
  }

  /** Whether a task was cancelled, in either dialect's word. */
  static boolean cancelled(JsonNode task) {
    var state = task.at("/status/state").asText();
    return state.equals("canceled") || state.equals("TASK_STATE_CANCELED");
  }
}
