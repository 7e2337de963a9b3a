package io.ganglion.api.a2a;

import io.ganglion.a2a.A2aTasks;
import io.ganglion.a2a.Push;
import io.ganglion.a2a.Pushes;
import io.ganglion.a2a.TaskState;
import io.ganglion.background.Errand;
import io.ganglion.egress.Egress;
import io.ganglion.egress.HttpCall;
import io.ganglion.egress.HttpResult;
import io.ganglion.egress.Origin;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import io.ganglion.run.Run;
import io.ganglion.run.Runs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells the asker of a task when its state changes: looks at the task again and again until it has
 * ended, soon at first. A state that lasted shorter than a look is not told. May tell one twice.
 */
@ApplicationScoped
class PushErrand implements Errand {
  private static final Duration TIMEOUT = Duration.ofSeconds(15);
  private static final Duration SOONEST = Duration.ofSeconds(1);
  private static final Duration LATEST = Duration.ofSeconds(30);

  /** Of one state, with pauses that double up to this. */
  private static final int TRIES = 10;

  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
  private static final int GONE = 410;

  private final Instance<Pushes> pushes; // which asks for this one
  private final A2aTasks tasks;
  private final Runs runs;
  private final Egress egress;

  PushErrand(Instance<Pushes> pushes, A2aTasks tasks, Runs runs, Egress egress) {
    this.pushes = pushes;
    this.tasks = tasks;
    this.runs = runs;
    this.egress = egress;
  }

  @Override
  public String name() {
    return Pushes.ERRAND;
  }

  @Override
  public void run(String subject) {
    var parts = subject.split("/", 4);
    pushes
        .get()
        .find(TenantId.fromString(parts[0]), RunId.fromString(parts[1]), parts[3])
        .ifPresent(this::look);
  }

  private void look(Push push) {
    var run = runs.get(push.tenant(), push.run());
    var state = TaskState.of(run).wire();
    boolean over = TaskState.of(run).terminal();
    if (state.equals(push.told())) {
      if (!over) {
        pushes.get().later(push, soon(run));
      }
      return;
    }
    int status = tell(push, run);
    if (status == GONE) {
      pushes.get().delete(push.tenant(), push.run(), push.id());
    } else if ((status >= 200 && status < 300) || push.tries() + 1 >= TRIES) {
      pushes.get().note(push, state, 0, over ? Optional.empty() : Optional.of(soon(run)));
    } else {
      var pause = SOONEST.multipliedBy(1L << push.tries());
      var next = Instant.now().plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
      pushes.get().note(push, push.told(), push.tries() + 1, Optional.of(next));
    }
  }

  /** The longer a task takes, the rarer it is looked at. */
  private static Instant soon(Run run) {
    var now = Instant.now();
    var pause = Duration.between(run.createdAt(), now).dividedBy(10);
    if (pause.compareTo(SOONEST) < 0) {
      pause = SOONEST;
    }
    return now.plus(pause.compareTo(LATEST) < 0 ? pause : LATEST);
  }

  /** The answer's status; 0 where there was none. */
  private int tell(Push push, Run run) {
    var task = tasks.of(push.tenant(), push.run());
    var body = Json.object();
    body.set("task", TaskView.of(task, run, false, true));
    var headers = new HashMap<String, List<String>>();
    headers.put("content-type", List.of("application/a2a+json"));
    headers.put("a2a-version", List.of("1.0"));
    headers.put("user-agent", List.of("Ganglion-A2A/1"));
    var proof = push.proof();
    if (proof.token() != null) {
      headers.put("x-a2a-notification-token", List.of(proof.token()));
    }
    if (proof.scheme() != null && proof.credentials() != null) {
      headers.put("authorization", List.of(proof.scheme() + " " + proof.credentials()));
    }
    var call =
        new HttpCall(
            "POST",
            URI.create(push.url()),
            Map.copyOf(headers),
            Json.write(body).getBytes(StandardCharsets.UTF_8),
            TIMEOUT,
            Origin.TENANT,
            false,
            0);
    return egress.call(call) instanceof HttpResult.Answered answered ? answered.status() : 0;
  }
}
