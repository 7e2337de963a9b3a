package io.ganglion.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.workflow.Definition;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells what happened in a run in the DSL's lifecycle events. Pure.
 *
 * @see <a
 *     href="https://github.com/serverlessworkflow/specification/blob/v1.0.3/dsl-reference.md#lifecycle-events">DSL:
 *     lifecycle events</a>
 */
record Lifecycle(Run run, Named workflow) {
  private static final String PREFIX = "io.serverlessworkflow.";
  private static final Pattern VISITS = Pattern.compile("\\[\\d+]");
  private static final Pattern AGAIN = Pattern.compile("(.*)/try/0/[^/]*\\[\\d+]");

  /**
   * What a run executes, by its qualified name and version.
   *
   * @param document as JSON, to which tasks' pointers point
   */
  record Named(String namespace, String name, String version, JsonNode document) {
    /** What sessions are told as, which follow no definition. */
    static final Named SESSION = new Named("ganglion", "session", "1.0.0", Json.object());

    static Named of(Definition workflow) {
      return new Named(
          workflow.namespace(), workflow.name(), workflow.version(), workflow.source());
    }

    boolean listens(String task) {
      return document.at(task).has("listen");
    }
  }

  List<LifecycleEvent> of(Happening happening) {
    return switch (happening) {
      case Happening.Changed changed -> List.of(changed(changed));
      case Happening.Visited visited -> visited(visited);
    };
  }

  private LifecycleEvent changed(Happening.Changed changed) {
    return switch (changed.state()) {
      case QUEUED, WAITING -> status(changed);
      case RUNNING ->
          changed.before() == null || changed.before() == RunState.QUEUED
              ? started(changed)
              : changed.before() == RunState.NEEDS_ATTENTION
                  ? workflow(changed, "resumed", named().put("resumedAt", time(changed.at())))
                  : status(changed);
      case NEEDS_ATTENTION ->
          workflow(changed, "suspended", named().put("suspendedAt", time(changed.at())));
      case SUCCEEDED ->
          workflow(
              changed,
              "completed",
              with(named().put("completedAt", time(changed.at())), "output", run.output()));
      case FAILED, COMPENSATED ->
          workflow(
              changed,
              "faulted",
              with(named().put("faultedAt", time(changed.at())), "error", run.error()));
      case CANCELLED ->
          workflow(changed, "cancelled", named().put("cancelledAt", time(changed.at())));
    };
  }

  private LifecycleEvent status(Happening.Changed changed) {
    var data = named().put("updatedAt", time(changed.at())).put("status", changed.state().phase());
    return workflow(changed, "status-changed", data);
  }

  private LifecycleEvent started(Happening.Changed changed) {
    var data = named();
    data.putObject("definition")
        .put("name", workflow.name())
        .put("namespace", workflow.namespace())
        .put("version", workflow.version());
    return workflow(changed, "started", data.put("startedAt", time(changed.at())));
  }

  private ObjectNode named() {
    return Json.object().put("name", name());
  }

  /** The run's qualified name: workflow, run and namespace. */
  private String name() {
    return "%s-%s.%s".formatted(workflow.name(), run.id(), workflow.namespace());
  }

  private LifecycleEvent workflow(Happening.Changed changed, String what, JsonNode data) {
    var subject = run.id().toString();
    return event(
        changed.seq(), 0, "workflow." + what, subject, changed.at(), data, changed.state().ended());
  }

  /** The journal has a visit once it has ended: all of it is told then, with its own times. */
  private List<LifecycleEvent> visited(Happening.Visited visited) {
    var step = visited.step();
    var events = new ArrayList<LifecycleEvent>();
    var again = AGAIN.matcher(step.position());
    if (again.matches()) {
      events.add(retried(visited, again.group(1)));
    }
    for (var begun : List.of("created", "started")) {
      events.add(task(visited, events.size(), begun, step.startedAt(), null, null));
    }
    if (workflow.listens(pointer(step.position()))) {
      events.add(correlation(visited, events.size(), "started", step.startedAt()));
      if (step.state() == Step.State.COMPLETED) {
        events.add(correlation(visited, events.size(), "completed", step.endedAt()));
      }
    }
    var at = step.endedAt();
    int part = events.size();
    events.add(
        switch (step.state()) {
          case COMPLETED -> task(visited, part, "completed", at, "output", step.output());
          case FAULTED -> task(visited, part, "faulted", at, "error", step.error());
          case CANCELLED -> task(visited, part, "cancelled", at, null, null);
        });
    return events;
  }

  /** A visit of a try's first task that is not its first tells that the try began anew. */
  private LifecycleEvent retried(Happening.Visited visited, String position) {
    var at = visited.step().startedAt();
    var data = Json.object().put("workflow", name()).put("task", pointer(position));
    return event(
        visited.seq(), 0, "task.retried", position, at, data.put("retriedAt", time(at)), false);
  }

  private static String pointer(String position) {
    return VISITS.matcher(position).replaceAll("");
  }

  private LifecycleEvent correlation(Happening.Visited visited, int part, String what, Instant at) {
    var data = named().put(what + "At", time(at));
    var type = "workflow.correlation-" + what;
    return event(visited.seq(), part, type, run.id().toString(), at, data, false);
  }

  private LifecycleEvent task(
      Happening.Visited visited,
      int part,
      String what,
      Instant at,
      @Nullable String member,
      @Nullable JsonNode value) {
    var position = visited.step().position();
    var data = Json.object().put("workflow", name()).put("task", pointer(position));
    data.put(what + "At", time(at));
    if (member != null) {
      with(data, member, value);
    }
    return event(visited.seq(), part, "task." + what, position, at, data, false);
  }

  private static ObjectNode with(ObjectNode data, String member, @Nullable JsonNode value) {
    if (value != null) {
      data.set(member, value);
    }
    return data;
  }

  private LifecycleEvent event(
      long seq, int part, String what, String subject, Instant at, JsonNode data, boolean last) {
    var type = PREFIX + what + ".v1";
    var event = Json.object().put("specversion", "1.0").put("id", LifecycleEvent.place(seq, part));
    event.put("source", "/api/v1/runs/" + run.id()).put("type", type).put("subject", subject);
    event.put("time", time(at)).put("datacontenttype", "application/json").set("data", data);
    return new LifecycleEvent(seq, part, type, event, last);
  }

  private static String time(Instant at) {
    return at.truncatedTo(ChronoUnit.MILLIS).toString();
  }
}
