package io.ganglion.trial.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.lab.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A scenario as one seed makes it: all of chance is in here. */
public record Drawn(Scenario scenario, Seeded seeded) {
  /** A run's input. */
  public ObjectNode input() {
    var input = Json.object();
    scenario.draw().forEach((name, draw) -> input.set(name, draw.value(seeded, name)));
    return input;
  }

  /** The input, and what the world alone knows: {@code answer.NAME}. */
  public ObjectNode values() {
    var values = input();
    scenario
        .draw()
        .forEach(
            (name, draw) -> {
              if (draw instanceof Draw.Question question) {
                values.put("answer." + name, question.answer(seeded, name));
              }
            });
    return values;
  }

  /**
   * The faults of this world.
   *
   * @param accounts by part
   */
  public List<Fault.Program> faults(Map<String, String> accounts) {
    var programs = new ArrayList<Fault.Program>();
    for (int i = 0; i < scenario.faults().size(); i++) {
      var rule = scenario.faults().get(i);
      var platform = Objects.requireNonNull(scenario.parts().get(rule.part()));
      var account = Objects.requireNonNull(accounts.get(rule.part()));
      rule.draw(seeded, i, platform, account).ifPresent(programs::add);
    }
    return programs;
  }

  /** Whether the world's person approves what it is asked. */
  public boolean approves() {
    return seeded.roll("approval") < scenario.approval().orElse(0.0);
  }

  /**
   * Judges what happened.
   *
   * @param goals the scenario's goals, or its invariants
   */
  public List<Goal.Verdict> judge(List<Goal> goals, List<Happened> all) {
    var values = values().put("approved", approves() ? 1 : 0);
    return goals.stream().map(goal -> goal.judge(all, values)).toList();
  }
}
