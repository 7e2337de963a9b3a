package io.ganglion.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.Rfc3339;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.WorkflowId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The body of a message: type, timestamp and data, as the specification has it. Pure. */
final class Payload {
  private static final String RUN_STATE = "run.state";

  private Payload() {}

  /**
   * A run that an event is about.
   *
   * @param workflow null for a session
   */
  record About(@Nullable UUID run, @Nullable UUID workflow, @Nullable UUID agent) {}

  static String of(String type, Instant at, JsonNode data) {
    var body = Json.object().put("type", type).put("timestamp", Rfc3339.write(at));
    body.set("data", data);
    return Json.write(body);
  }

  /**
   * The data of an event of the outbox, with the run it is of.
   *
   * @param name the event type's
   * @param type the outbox's
   */
  static JsonNode data(String name, String type, JsonNode told, About about) {
    var data = Json.object();
    if (about.run() != null) {
      data.put("run", new RunId(about.run()).toString());
    }
    if (told instanceof ObjectNode members) {
      data.setAll(members);
    }
    if (type.equals(RUN_STATE)) {
      data.put("workflow", about.workflow() == null ? null : text(about.workflow()));
      data.put("agent", about.agent() == null ? null : new AgentId(about.agent()).toString());
      if (!name.equals("run.needs_attention")) {
        data.remove("waiting_for"); // it has ended
      }
    }
    return data;
  }

  private static String text(UUID workflow) {
    return new WorkflowId(workflow).toString();
  }
}
