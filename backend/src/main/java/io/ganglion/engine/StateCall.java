package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.ganglion.agent.Agents;
import io.ganglion.agent.StateWrite;
import io.ganglion.db.Write;
import io.ganglion.kernel.Json;
import io.ganglion.run.RunWrite;
import io.ganglion.workflow.Task;
import java.util.ArrayList;

/**
 * {@code ganglion.state}: reads are journalled with their versions; writes commit with the step
 * that makes them.
 */
final class StateCall {
  private final Agents agents;

  StateCall(Agents agents) {
    this.agents = agents;
  }

  /** A read on record is seen by the intents that follow it, as it was. */
  static void recall(Visit visit, JsonNode output) {
    if (output.path("key").isTextual() && output.path("version").isIntegralNumber()) {
      visit.walk().read().put(output.path("key").asText(), output.path("version").asLong());
    }
  }

  JsonNode call(Visit visit, Task.Call task) {
    var walk = visit.walk();
    var agent =
        walk.agent()
            .orElseThrow(
                () ->
                    visit.fault(
                        WorkflowError.Kind.CONFIGURATION,
                        "state belongs to an agent; start the run with an agent"));
    var with = visit.evaluate(task.with());
    var output = Json.object();
    var writes = new ArrayList<Write>();
    if (with.hasNonNull("get")) {
      var key = with.get("get").asText();
      var entry = agents.state(walk.run().tenant(), agent.id(), key);
      output.put("key", key);
      output.set("value", entry.map(Agents.StateEntry::value).orElse(NullNode.getInstance()));
      long version = entry.map(Agents.StateEntry::version).orElse(0L);
      walk.read().put(key, version);
      output.put("version", version);
      writes.add(
          new RunWrite.Read(walk.run().tenant(), walk.run().id(), visit.position(), key, version));
    }
    with.path("set")
        .properties()
        .forEach(
            member -> {
              writes.add(
                  new StateWrite(
                      walk.run().tenant(),
                      agent.id(),
                      member.getKey(),
                      member.getValue(),
                      walk.run().id(),
                      visit.position()));
              output.set(member.getKey(), member.getValue());
            });
    var step = visit.completed(output, 1);
    walk.journal().append(step, writes);
    Timeouts.after(visit, step);
    return output;
  }
}
