package io.ganglion.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Shows a run while it goes: a line a step, and a line for each state an effect settles in. */
final class RunFollower {
  private static final long POLL_MS = 250;
  private static final Set<String> ENDED =
      Set.of("SUCCEEDED", "COMPENSATED", "FAILED", "CANCELLED");

  private static final Set<String> ON_THE_WAY = Set.of("INTENDED", "DISPATCHED");
  private static final int EACH_BY_ITSELF = 3;

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
    String doing = now.path("state").asText().toLowerCase(Locale.ROOT);
    for (JsonNode step : api.list("/runs/" + run + "/steps")) {
      if (!RunLines.settled(step)) {
        doing = step.path("name").asText();
      } else if (isNew("step " + step.path("position").asText(), RunLines.state(step))) {
        terminal.line(RunLines.step(step, terminal));
      }
    }
    doing += effects(api.list("/runs/" + run + "/effects"));
    var waiting = now.path("waiting_for");
    if (waiting.isObject() && isNew("waiting", waiting.toString())) {
      terminal.line(RunLines.waiting(waiting, terminal));
    }
    terminal.passing(doing);
  }

  /**
   * Shows what came to a state since the last look; many of one kind in one line. Says how many are
   * on their way.
   */
  private String effects(List<JsonNode> effects) {
    var byKind = new LinkedHashMap<String, List<JsonNode>>();
    int onTheWay = 0;
    for (JsonNode effect : effects) {
      if (ON_THE_WAY.contains(RunLines.state(effect))) {
        onTheWay++;
      } else if (isNew("effect " + effect.path("id").asText(), RunLines.state(effect))) {
        byKind.computeIfAbsent(RunLines.kind(effect), kind -> new ArrayList<>()).add(effect);
      }
    }
    for (var kind : byKind.values()) {
      if (kind.size() > EACH_BY_ITSELF) {
        terminal.line(RunLines.effects(kind, terminal));
      } else {
        kind.forEach(effect -> terminal.line(RunLines.effect(effect, terminal)));
      }
    }
    return onTheWay == 0 ? "" : ", %d effects on their way".formatted(onTheWay);
  }

  private boolean isNew(String what, String state) {
    return !state.equals(shown.put(what, state));
  }
}
