package io.ganglion.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Shows a run while it goes: a line a step, and a line for each state an effect comes to. */
final class RunFollower {
  private static final long POLL_MS = 250;
  private static final Set<String> ENDED =
      Set.of("SUCCEEDED", "COMPENSATED", "FAILED", "CANCELLED");

  private final ApiClient api;
  private final Terminal terminal;
  private final Map<String, String> shown = new HashMap<>();

  RunFollower(ApiClient api, Terminal terminal) {
    this.api = api;
    this.terminal = terminal;
  }

  /**
   * Follows to the end, or to where the run can't go on without a person.
   *
   * @return the run as it is then
   * @throws StackFailure when {@code limit} passes first; the run itself goes on
   */
  JsonNode follow(String run, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (true) {
      JsonNode now =
          api.get("/runs/" + run); // before its steps: an ended run's list of steps is complete
      show(run, now);
      String state = now.path("state").asText();
      if (ENDED.contains(state) || state.equals("NEEDS_ATTENTION")) {
        return now;
      }
      if (System.nanoTime() > deadline) {
        throw new StackFailure(
            "run %s has not ended within %d s; its state is %s"
                .formatted(run, limit.toSeconds(), state));
      }
      Patience.pause(POLL_MS);
    }
  }

  private void show(String run, JsonNode now) {
    String active = now.path("state").asText().toLowerCase(Locale.ROOT);
    for (JsonNode step : api.list("/runs/" + run + "/steps")) {
      if (RunLines.settled(step)) {
        once(
            "step " + step.path("position").asText(),
            RunLines.state(step),
            RunLines.step(step, terminal));
      } else {
        active = step.path("name").asText();
      }
    }
    for (JsonNode effect : api.list("/runs/" + run + "/effects")) {
      once(
          "effect " + effect.path("id").asText(),
          RunLines.state(effect),
          RunLines.effect(effect, terminal));
    }
    var waiting = now.path("waiting_for");
    if (!waiting.isMissingNode() && !waiting.isNull()) {
      once("waiting", waiting.toString(), RunLines.waiting(waiting, terminal));
    }
    terminal.passing(active);
  }

  private void once(String what, String state, String line) {
    if (!state.equals(shown.put(what, state))) {
      terminal.line(line);
    }
  }
}
