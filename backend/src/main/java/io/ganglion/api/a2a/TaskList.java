package io.ganglion.api.a2a;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.a2a.A2aTasks;
import io.ganglion.a2a.A2aTasks.Filter;
import io.ganglion.a2a.A2aTasks.Place;
import io.ganglion.a2a.TaskState;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.Rfc3339;
import io.ganglion.kernel.RunId;
import io.ganglion.run.Runs;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * {@code ListTasks}: who asks sees their own tasks, the last changed first.
 *
 * @see <a href="https://a2a-protocol.org/v1.0.0/specification/#314-list-tasks">A2A 1.0, 3.1.4</a>
 */
@ApplicationScoped
class TaskList {
  private static final int PAGE = 50;
  private static final int MAX_PAGE = 100;
  private static final String UNSPECIFIED = "TASK_STATE_UNSPECIFIED";
  private static final String REJECTED = "TASK_STATE_REJECTED";

  /** Between the parts of a page's token. */
  private static final String JOINT = "~";

  private final A2aTasks tasks;
  private final Runs runs;

  TaskList(A2aTasks tasks, Runs runs) {
    this.tasks = tasks;
    this.runs = runs;
  }

  ObjectNode list(Peer peer, JsonNode params) {
    peer.needs("runs:read");
    int size = size(params);
    boolean history = Configuration.history(params, 0) > 0;
    var answer = Json.object();
    var shown = answer.putArray("tasks");
    if (params.path("status").asText("").equals(REJECTED)) { // nothing of ours is ever in it
      return answer.put("nextPageToken", "").put("pageSize", size).put("totalSize", 0);
    }
    var filter =
        new Filter(
            Optional.of(params.path("contextId").asText("")).filter(it -> !it.isEmpty()),
            state(params),
            since(params));
    var page = tasks.list(peer.owner(), filter, after(params), size);
    boolean artifacts = params.path("includeArtifacts").asBoolean();
    for (var task : page.tasks()) {
      shown.add(TaskView.of(task, runs.get(task.tenant(), task.run()), history, artifacts));
    }
    return answer
        .put("nextPageToken", page.next().map(TaskList::token).orElse(""))
        .put("pageSize", size)
        .put("totalSize", page.total());
  }

  private static int size(JsonNode params) {
    var asked = params.path("pageSize");
    if (asked.isMissingNode() || asked.isNull()) {
      return PAGE;
    }
    int size = asked.isInt() ? asked.intValue() : 0;
    if (size < 1 || size > MAX_PAGE) {
      throw A2aError.params("'pageSize' has to be from 1 to " + MAX_PAGE);
    }
    return size;
  }

  private static Optional<TaskState> state(JsonNode params) {
    var name = params.path("status").asText("");
    if (name.isEmpty() || name.equals(UNSPECIFIED)) {
      return Optional.empty();
    }
    var state = TaskState.named(name);
    if (state.isEmpty()) {
      throw A2aError.params("'status' has to be a TaskState, for instance TASK_STATE_WORKING");
    }
    return state;
  }

  private static Optional<Instant> since(JsonNode params) {
    var text = params.path("statusTimestampAfter").asText("");
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Rfc3339.readOffset(text));
    } catch (DateTimeException e) {
      throw A2aError.params("'statusTimestampAfter' has to be a time as 2026-11-30T10:00:00Z");
    }
  }

  private static String token(Place place) {
    return place.changed() + JOINT + place.run();
  }

  private static Optional<Place> after(JsonNode params) {
    var token = params.path("pageToken").asText("");
    if (token.isEmpty()) {
      return Optional.empty();
    }
    try {
      int joint = token.indexOf(JOINT);
      return Optional.of(
          new Place(
              Rfc3339.read(token.substring(0, Math.max(joint, 0))),
              RunId.fromString(token.substring(joint + 1))));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw A2aError.params("'pageToken' has to be a nextPageToken, unchanged");
    }
  }
}
