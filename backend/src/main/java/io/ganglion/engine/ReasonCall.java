package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.agent.Toolbox.Tool;
import io.ganglion.connection.Connections;
import io.ganglion.connector.Catalogue;
import io.ganglion.kernel.Json;
import io.ganglion.schema.Schemas;
import io.ganglion.workflow.NamedTask;
import io.ganglion.workflow.OwnFunctions;
import io.ganglion.workflow.Task;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * {@code ganglion.reason}: a model chooses among the agent's actions until it has an answer. Each
 * question to the model and each act is a visit of its own: what the model chose is on record
 * before anything is sent, and a replay goes by the record. Nothing the model writes is evaluated,
 * and nothing the agent's policy doesn't allow is done.
 */
final class ReasonCall {
  private static final int PAYMENT_REQUIRED = 402;
  private static final String CHAT = "model.chat";
  private static final JsonNode SCHEMA = OwnFunctions.arguments("ganglion.reason");

  private final Acting acting;
  private final Schemas schemas;
  private final Catalogue catalogue;
  private final Connections connections;

  ReasonCall(ActionCall calls, Schemas schemas, Catalogue catalogue, Connections connections) {
    this.acting = new Acting(calls);
    this.schemas = schemas;
    this.catalogue = catalogue;
    this.connections = connections;
  }

  /** A train of thought. */
  private record Thought(
      Visit visit,
      Reasoning asked,
      Tools tools,
      Conversation conversation,
      Spending spending,
      ArrayNode acts) {}

  /** The visit of one of a thought's parts. */
  private static Visit part(Visit visit, String name, String place) {
    var position = visit.position() + "/think/" + place;
    var walk = visit.walk();
    var start = walk.journal().start(position, walk.lease().now());
    var named = new NamedTask(name, visit.task().pointer(), visit.task().task());
    return new Visit(walk, named, position, visit.frame(), visit.input(), visit.input(), start);
  }

  JsonNode call(Visit visit, Task.Call task) {
    try {
      var asked = Reasoning.read(visit, schemas, SCHEMA, visit.evaluate(task.with()));
      var timed = timed(visit, asked);
      var thought =
          new Thought(
              timed,
              asked,
              tools(timed, asked),
              new Conversation(asked),
              new Spending(asked.money()),
              Json.mapper().createArrayNode());
      var output = think(thought);
      var step = visit.completed(output, 1);
      visit.append(step, List.of());
      Timeouts.after(visit, step);
      return output;
    } catch (Unwind.Fault fault) {
      visit.append(visit.faulted(fault.error(), 1), List.of());
      throw fault;
    }
  }

  /** The end of its time is fixed when it begins. */
  private static Visit timed(Visit visit, Reasoning asked) {
    if (asked.time().isEmpty()) {
      return visit;
    }
    var walk = visit.walk();
    var end = walk.lease().now().plus(asked.time().get()).truncatedTo(ChronoUnit.MICROS);
    var fixed = walk.journal().timer(visit.position() + "#budget", end);
    return visit.within(visit.frame().until(new Deadline(fixed, visit.position())));
  }

  private Tools tools(Visit visit, Reasoning asked) {
    var part = part(visit, "tools", "tools");
    var journal = visit.walk().journal();
    var known = journal.recorded(part.position());
    if (known.isPresent()) {
      return Tools.fromRecord(
          Leaves.answer(part, known.get()), visit.walk().run().tenant(), catalogue);
    }
    var tools = Tools.of(visit, asked, catalogue, connections);
    part.append(part.completed(tools.toRecord(), 1), List.of());
    return tools;
  }

  private JsonNode think(Thought thought) {
    for (int turn = 0; turn < thought.asked.steps(); turn++) {
      var said = choose(thought, turn);
      var choices = Choice.of(said);
      var text = said.path("text").asText();
      if (!choices.isEmpty()) {
        thought.conversation.chose(turn, text, choices);
        for (int i = 0; i < choices.size(); i++) {
          act(thought, turn, i, choices.get(i));
        }
      } else if (text.isBlank()) {
        thought.conversation.urge();
      } else {
        var output = Json.object().put("answer", text).put("steps", turn + 1);
        output.set("acts", thought.acts);
        return output.setAll(thought.spending.toJson());
      }
    }
    throw gone(thought, "the model had no answer after %d steps".formatted(thought.asked.steps()));
  }

  private static Unwind.Fault gone(Thought thought, String why) {
    return new Unwind.Fault(
        WorkflowError.Kind.RUNTIME.error(
            thought.visit.task().pointer(), PAYMENT_REQUIRED, "the budget is gone: " + why));
  }

  /** Asks the model what to do next. */
  private JsonNode choose(Thought thought, int turn) {
    var part = part(thought.visit, "choose", "turn[%d]/choose".formatted(turn));
    var recorded = part.walk().journal().recorded(part.position());
    var arguments = question(thought);
    var prompt = Json.write(arguments);
    JsonNode said;
    if (recorded.isPresent()) {
      Timeouts.after(part, recorded.get());
      said = Leaves.answer(part, recorded.get());
    } else {
      Timeouts.beforeNew(part);
      if (thought.spending.exceededBy(prompt, thought.asked.maxTokens())) {
        throw gone(thought, "another answer may cost more than is left of 'budget.money'");
      }
      arguments.put("connection", thought.asked.connection());
      said = acting.made(part, chat(part, thought.asked.connection()), arguments);
    }
    thought.spending.add(said.path("usage"), prompt, Json.write(said));
    return said;
  }

  /** The action by which the connection's models are asked: {@code model.chat}, or its like. */
  private String chat(Visit visit, String connection) {
    return Tools.connector(visit, connections, connection)
        .map(connector -> connector + ".chat")
        .filter(function -> catalogue.action(visit.walk().run().tenant(), function).isPresent())
        .orElse(CHAT);
  }

  private static ObjectNode question(Thought thought) {
    var arguments = Json.object().put("model", thought.asked.model());
    arguments.setAll(thought.asked.options());
    arguments.put("max_tokens", thought.asked.maxTokens());
    arguments.set("messages", thought.conversation.messages());
    if (!thought.tools.isEmpty()) {
      arguments.set("tools", thought.tools.toWire());
    }
    return arguments;
  }

  /** Does what the model chose, or tells it why not. */
  private void act(Thought thought, int turn, int index, Choice choice) {
    var part = part(thought.visit, "act", "turn[%d]/act[%d]".formatted(turn, index));
    // what isn't there is told by the name that the model gave it
    var function = thought.tools.find(choice.name()).map(Tool::function).orElse(choice.name());
    try {
      var output = acting.done(part, thought.tools, index, choice);
      thought.conversation.result(turn, index, output);
      noted(thought, function, true);
    } catch (Unwind.Fault fault) {
      thought.conversation.error(turn, index, String.valueOf(fault.error().detail()));
      noted(thought, function, false);
    }
  }

  private static void noted(Thought thought, String function, boolean done) {
    thought.acts.addObject().put("function", function).put("done", done);
  }
}
