package io.ganglion.api.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ganglion.api.effect.EffectView;
import io.ganglion.api.mcp.OwnTools.OwnTool;
import io.ganglion.effect.EffectState;
import io.ganglion.effect.EffectStore;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.RunId;
import io.ganglion.run.Run;
import io.ganglion.run.RunState;
import io.ganglion.run.Runs;
import io.ganglion.run.SessionStep;
import io.ganglion.run.SessionStep.Kind;
import io.ganglion.run.SessionStep.Place;
import io.ganglion.run.Sessions;
import io.modelcontextprotocol.modern.server.McpSyncNotifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** What became of the agent's runs. */
@ApplicationScoped
class RunTools {
  private static final int PAGE = 100;
  private static final int PAGES = 10;
  private static final int SECONDS = 30;
  private static final Duration LOOK = Duration.ofMillis(500);

  private final Runs runs;
  private final Sessions sessions;
  private final EffectStore effects;
  private final Waiting waiting;
  private final ObjectMapper wire;

  RunTools(Runs runs, Sessions sessions, EffectStore effects, Waiting waiting, ObjectMapper wire) {
    this.runs = runs;
    this.sessions = sessions;
    this.effects = effects;
    this.waiting = waiting;
    this.wire = wire;
  }

  List<OwnTool> all() {
    return List.of(
        new OwnTool(
            "ganglion_wait",
            "Wait for a run or a step",
            "Waits until a run of this agent, or a step of it, has ended or needs a person, at most"
                + " so many seconds; answers how it stands then.",
            "runs:read",
            true,
            """
            {"type":"object","additionalProperties":false,"required":["run"],"properties":{
             "run":{"type":"string","description":"run_…"},
             "step":{"type":"string","maxLength":100,"description":"A step's key, as a call answered it"},
             "seconds":{"type":"integer","minimum":0,"maximum":60,"default":30}}}
            """,
            this::wait),
        new OwnTool(
            "ganglion_effects_in_doubt",
            "List effects in doubt",
            "Outward acts of this agent of which nobody knows yet whether they happened (UNKNOWN)."
                + " They are looked up; don't repeat them.",
            "effects:read",
            true,
            "{\"type\":\"object\",\"additionalProperties\":false}",
            (caller, arguments, notifier) -> inDoubt(caller)));
  }

  private JsonNode wait(ToolCaller caller, JsonNode arguments, McpSyncNotifier notifier) {
    var run = run(caller, arguments.path("run").asText());
    var atMost = Duration.ofSeconds(arguments.path("seconds").asInt(SECONDS));
    var step = arguments.path("step").textValue();
    if (step != null) {
      var asked = sessions.get(caller.tenant(), run.id(), new Place(Kind.STEP, step));
      return stepView(waiting.await(caller, asked, atMost, notifier));
    }
    long end = System.nanoTime() + atMost.toNanos();
    while (!atRest(run) && System.nanoTime() < end && !caller.wire().gone()) {
      LockSupport.parkNanos(LOOK.toNanos());
      caller.wire().keepAlive();
      run = runs.get(caller.tenant(), run.id());
    }
    return runView(run);
  }

  private static boolean atRest(Run run) {
    return run.state().ended() || run.state() == RunState.NEEDS_ATTENTION;
  }

  private Run run(ToolCaller caller, String text) {
    try {
      var run = runs.get(caller.tenant(), RunId.fromString(text));
      if (caller.agent().id().equals(run.agent())) {
        return run;
      }
    } catch (IllegalArgumentException e) {
      throw new NotFound("run");
    }
    throw new NotFound("run");
  }

  private static JsonNode stepView(Waiting.Standing standing) {
    SessionStep step = standing.step();
    var view = ToolAnswers.standing(step);
    var record = step.record();
    if (record != null && record.output() != null) {
      view.set("output", record.output());
    }
    if (record != null && record.error() != null) {
      view.set("error", record.error());
    }
    if (!step.ended()) {
      view.set("waiting_for", step.run().waitingFor());
      standing.approval().map(Asking::shown).ifPresent(view::setAll);
    }
    return view;
  }

  private static JsonNode runView(Run run) {
    var view = Json.object().put("run", run.id().toString()).put("state", run.state().name());
    view.set("output", run.output());
    view.set("error", run.error());
    view.set("waiting_for", run.waitingFor());
    return view;
  }

  private JsonNode inDoubt(ToolCaller caller) {
    var answer = Json.object();
    var found = answer.putArray("effects");
    Map<RunId, Boolean> ours = new HashMap<>();
    @Nullable EffectId after = null;
    for (int i = 0; i < PAGES; i++) {
      var page = effects.list(caller.tenant(), null, EffectState.UNKNOWN, PAGE, after);
      for (var effect : page.data()) {
        if (ours.computeIfAbsent(effect.frozen().run(), id -> ours(caller, id))) {
          found.add(wire.<JsonNode>valueToTree(EffectView.of(effect)));
        }
      }
      if (page.next().isEmpty()) {
        return answer.put("more", false);
      }
      after = EffectId.fromString(page.next().get());
    }
    return answer.put("more", true);
  }

  private boolean ours(ToolCaller caller, RunId run) {
    AgentId agent = runs.get(caller.tenant(), run).agent();
    return caller.agent().id().equals(agent);
  }
}
