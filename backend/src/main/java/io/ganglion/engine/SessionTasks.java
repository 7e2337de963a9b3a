package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.expression.Template;
import io.ganglion.kernel.Json;
import io.ganglion.run.SessionInbox;
import io.ganglion.workflow.Data;
import io.ganglion.workflow.Definition;
import io.ganglion.workflow.Metadata;
import io.ganglion.workflow.NamedTask;
import io.ganglion.workflow.Reach;
import io.ganglion.workflow.Task;
import io.ganglion.workflow.Then;
import io.ganglion.workflow.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says what an agent asks for in the words of a workflow, so that one machinery does both. */
final class SessionTasks {
  /** What stands for the workflow that a session does not follow. */
  static final Definition DEFINITION =
      new Definition(
          "ganglion",
          "session",
          "1.0.0",
          "session",
          Data.ANY,
          Data.ANY,
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Use.NOTHING,
          Reach.SESSION,
          List.of(),
          Json.object());

  private SessionTasks() {}

  static NamedTask of(SessionInbox.Asked asked) {
    var task =
        switch (asked.place().kind()) {
          case STEP -> call(asked.body());
          case GROUP -> group(asked);
          case UNDO ->
              new Task.Call(common(asked.body()), "ganglion.undo", Template.literal(asked.body()));
        };
    return new NamedTask(asked.place().key(), asked.place().position(), task);
  }

  /** Nothing in it is an expression: what the agent sent is what is meant. */
  private static Task call(JsonNode body) {
    ObjectNode with = body.path("input").isObject() ? body.path("input").deepCopy() : Json.object();
    if (body.hasNonNull("connection")) {
      with.set("connection", body.path("connection"));
    }
    return new Task.Call(common(body), body.path("action").textValue(), Template.literal(with));
  }

  private static Task group(SessionInbox.Asked asked) {
    var branches = new ArrayList<NamedTask>();
    for (var participant : asked.body().path("participants")) {
      var key = participant.path("key").textValue();
      var pointer = asked.place().position() + "/fork/branches/" + branches.size() + "/" + key;
      branches.add(new NamedTask(key, pointer, call(participant)));
    }
    return new Task.Fork(common(asked.body()), branches, false);
  }

  /** Compensation is asked for by the session's end, not by a step. */
  private static Task.Common common(JsonNode source) {
    return new Task.Common(
        Optional.empty(),
        Data.ANY,
        Data.ANY,
        Data.ANY,
        Optional.empty(),
        new Then.Continue(),
        Metadata.NONE,
        source);
  }
}
