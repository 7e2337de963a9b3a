package io.ganglion.api.a2a;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.a2a.A2aTask;
import io.ganglion.a2a.TaskState;
import io.ganglion.kernel.Json;
import io.ganglion.run.Run;
import io.ganglion.run.RunState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A run as a task of the protocol. Pure. */
final class TaskView {
  private static final String TEXT = "text/plain";
  private static final String DATA = "application/json";

  private TaskView() {}

  /**
   * The whole task.
   *
   * @param history whether the message that asked is shown
   */
  static ObjectNode of(A2aTask task, Run run, boolean history, boolean artifacts) {
    var view = Json.object().put("id", run.id().toString()).put("contextId", task.context());
    view.set("status", status(task, run));
    if (artifacts && run.state() == RunState.SUCCEEDED) {
      view.putArray("artifacts").add(artifact(run));
    }
    if (history) {
      view.putArray("history").add(said(task));
    }
    view.putObject("metadata").put("skill", task.skill());
    return view;
  }

  private static JsonNode said(A2aTask task) {
    ObjectNode message = task.message().deepCopy();
    return message.put("taskId", task.run().toString()).put("contextId", task.context());
  }

  static ObjectNode status(A2aTask task, Run run) {
    var status = Json.object().put("state", TaskState.of(run).wire());
    var why = why(run);
    if (!why.isEmpty()) {
      var message =
          status
              .putObject("message")
              .put(
                  "messageId",
                  run.id() + "-" + run.state().name().toLowerCase(java.util.Locale.ROOT))
              .put("contextId", task.context())
              .put("taskId", run.id().toString())
              .put("role", "ROLE_AGENT");
      message.putArray("parts").addObject().put("text", why).put("mediaType", TEXT);
    }
    Instant at =
        run.endedAt() != null
            ? run.endedAt()
            : run.startedAt() != null ? run.startedAt() : run.createdAt();
    return status.put("timestamp", at.truncatedTo(ChronoUnit.MILLIS).toString());
  }

  private static String why(Run run) {
    var error = run.error();
    if (error != null && run.state().ended()) {
      return "%s %s"
          .formatted(error.path("title").asText(""), error.path("detail").asText(""))
          .strip();
    }
    var waits = run.waitingFor();
    if (waits == null || run.state().ended()) {
      return "";
    }
    return "waits for %s: %s"
        .formatted(waits.path("reason").asText(), waits.path("detail").asText());
  }

  static ObjectNode artifact(Run run) {
    var artifact = Json.object().put("artifactId", "output").put("name", "output");
    var part = artifact.putArray("parts").addObject();
    var output = run.output();
    if (output != null && output.isTextual()) {
      part.put("text", output.textValue()).put("mediaType", TEXT);
    } else {
      part.set("data", output == null ? Json.object() : output);
      part.put("mediaType", DATA);
    }
    return artifact;
  }

  /** A change of the task's status, as streams tell it. */
  static ObjectNode statusUpdate(A2aTask task, Run run) {
    var update = Json.object();
    update
        .putObject("statusUpdate")
        .put("taskId", run.id().toString())
        .put("contextId", task.context())
        .set("status", status(task, run));
    return update;
  }

  /** What came of it, as streams tell it. */
  static ObjectNode artifactUpdate(A2aTask task, Run run) {
    var update = Json.object();
    var inner =
        update
            .putObject("artifactUpdate")
            .put("taskId", run.id().toString())
            .put("contextId", task.context());
    inner.set("artifact", artifact(run));
    inner.put("lastChunk", true);
    return update;
  }
}
