package io.ganglion.connector.a2a;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.RetryClass;
import java.util.Set;

/** What the protocol and the author say of a call's repetition. Pure. */
final class Methods {
  static final String SEND = "message/send";
  static final String STREAM = "message/stream";
  static final String CANCEL = "tasks/cancel";
  static final String GET = "tasks/get";

  private static final Set<String> READS =
      Set.of(
          GET,
          "tasks/list",
          "tasks/resubscribe",
          "tasks/pushNotificationConfig/get",
          "tasks/pushNotificationConfig/list",
          "agent/getAuthenticatedExtendedCard");

  private static final Set<String> REPEATABLE =
      Set.of(CANCEL, "tasks/pushNotificationConfig/delete");

  private Methods() {}

  /**
   * A message may be told apart by its id, but an agent need not do so: the author says it as
   * {@code retry}. Where a message goes to a task that is there, the task's history can tell.
   */
  static RetryClass retryClass(JsonNode arguments) {
    var method = arguments.path("method").asText();
    if (READS.contains(method)) {
      return RetryClass.PURE;
    }
    return switch (arguments.path("retry").asText()) {
      case "pure" -> RetryClass.PURE;
      case "idempotent" -> RetryClass.IDEMPOTENT;
      default -> {
        if (REPEATABLE.contains(method)) {
          yield RetryClass.IDEMPOTENT;
        }
        yield task(arguments).isEmpty() ? RetryClass.BLIND : RetryClass.RECONCILABLE;
      }
    };
  }

  /** Whether the answer is a stream. */
  static boolean streams(String method) {
    return method.equals(STREAM) || method.equals("tasks/resubscribe");
  }

  /** Whether a message is sent. */
  static boolean talks(String method) {
    return method.equals(SEND) || method.equals(STREAM);
  }

  /** The task that a message goes to; empty for a new one, or where no message is sent. */
  static String task(JsonNode arguments) {
    return talks(arguments.path("method").asText())
        ? arguments.at("/parameters/message/taskId").asText("")
        : "";
  }
}
