package io.ganglion.api.a2a;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.a2a.A2aConfig;
import io.ganglion.a2a.A2aTask;
import io.ganglion.a2a.A2aTasks;
import io.ganglion.a2a.TaskState;
import io.ganglion.agent.Skill;
import io.ganglion.agent.Skills;
import io.ganglion.bus.Bus;
import io.ganglion.bus.CloudEvent;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.Uuid7;
import io.ganglion.run.Run;
import io.ganglion.run.Runs;
import io.ganglion.tenant.TenantProblem;
import io.ganglion.workflow.Workflows;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the methods of the protocol do with tasks. */
@ApplicationScoped
class Tasks {
  /** A message to a task is a signal of this name to its run. */
  static final String SIGNAL = "io.ganglion.a2a.message";

  private static final Duration LOOK = Duration.ofMillis(100);

  private final A2aTasks tasks;
  private final Skills skills;
  private final Workflows workflows;
  private final Runs runs;
  private final Bus bus;
  private final A2aConfig config;
  private final Semaphore waiters;

  Tasks(A2aTasks tasks, Skills skills, Workflows workflows, Runs runs, Bus bus, A2aConfig config) {
    this.tasks = tasks;
    this.skills = skills;
    this.workflows = workflows;
    this.runs = runs;
    this.bus = bus;
    this.config = config;
    this.waiters = new Semaphore(config.waiters());
  }

  /** A task with its run as it stands. */
  record Standing(A2aTask task, Run run) {
    TaskState state() {
      return TaskState.of(run);
    }
  }

  /** Takes a message: what it asks for is on record when this returns. */
  Standing take(Peer peer, JsonNode params) {
    peer.needs("runs:write");
    var message = Incoming.read(params, config.parts());
    return message.task().isPresent()
        ? goOn(peer, message, message.task().get())
        : start(peer, message);
  }

  private Standing start(Peer peer, Incoming message) {
    if (peer.identity().suspended()) {
      throw TenantProblem.suspended();
    }
    var skill = skill(peer, message.skill());
    var tenant = peer.identity().tenant();
    var workflow = workflows.id(tenant, skill.workflow());
    var task =
        tasks.claim(
            new A2aTask(
                tenant,
                RunId.next(),
                peer.agent().id(),
                peer.identity().actor(),
                message.context().orElseGet(() -> Uuid7.next().toString()),
                message.id(),
                skill.name(),
                message.message(),
                Instant.EPOCH));
    unchanged(task.message(), message.message());
    var run = runs.start(tenant, task.run(), workflow, peer.agent().id(), message.input());
    return new Standing(task, run);
  }

  private Skill skill(Peer peer, Optional<String> asked) {
    List<Skill> all = skills.of(peer.identity().tenant(), peer.agent().id());
    if (asked.isEmpty() && all.size() == 1) {
      return all.getFirst();
    }
    return all.stream()
        .filter(skill -> asked.equals(Optional.of(skill.name())))
        .findFirst()
        .orElseThrow(
            () ->
                A2aError.params(
                    "name one of the agent's skills in the message's metadata: {\"skill\": …};"
                        + " there are "
                        + all.stream().map(Skill::name).collect(Collectors.joining(", "))));
  }

  /**
   * The run hears it, if it listens now or later; the message's id keeps it from hearing it twice.
   */
  private Standing goOn(Peer peer, Incoming message, String id) {
    var standing = get(peer, id);
    if (message.context().isPresent()
        && !message.context().get().equals(standing.task().context())) {
      throw A2aError.params("'contextId' is not the task's");
    }
    var source = "/a2a/%s/%s".formatted(peer.agent().id(), id);
    var before = bus.signalled(peer.identity().tenant(), standing.run().id(), source, message.id());
    if (before.isPresent()) { // whatever has become of the task since
      unchanged(before.get().data(), message.input());
      return standing;
    }
    if (standing.run().state().ended()) {
      throw A2aError.unsupported("the task has ended; send a message without taskId");
    }
    var event =
        Json.object()
            .put("specversion", "1.0")
            .put("id", message.id())
            .put("source", source)
            .put("type", SIGNAL)
            .put("time", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
    event.set("data", message.input());
    runs.signal(peer.identity().tenant(), standing.run().id(), CloudEvent.of(event, ""));
    return get(peer, id);
  }

  private static void unchanged(JsonNode before, JsonNode now) {
    if (!Json.hash(before).equals(Json.hash(now))) {
      throw A2aError.params("another message had this messageId; choose a new one");
    }
  }

  Standing get(Peer peer, String id) {
    peer.needs("runs:read");
    try {
      var task = tasks.get(peer.owner(), RunId.fromString(id));
      return new Standing(task, runs.get(task.tenant(), task.run()));
    } catch (IllegalArgumentException e) {
      throw A2aError.noTask();
    }
  }

  Standing again(Standing standing) {
    return new Standing(standing.task(), runs.get(standing.task().tenant(), standing.task().run()));
  }

  /** As it is once it is settled after all that it was told, or when the time is over. */
  Standing await(Standing asked) {
    return await(asked, TaskState::settled);
  }

  /** As it is once it has taken up what it was told, or when the time is over. */
  Standing heard(Standing asked) {
    return await(asked, state -> true);
  }

  /** The question that a message has answered is no state of its task any more. */
  private Standing await(Standing asked, Predicate<TaskState> enough) {
    if (!waiters.tryAcquire()) {
      return asked;
    }
    try {
      long end = System.nanoTime() + config.patience().toNanos();
      while (true) {
        boolean due = tasks.due(asked.task()); // first: the run is to be the newer of the two
        var standing = again(asked);
        var state = standing.state();
        boolean answered = due && state.interrupted();
        if ((!answered && enough.test(state)) || System.nanoTime() >= end) {
          return standing;
        }
        LockSupport.parkNanos(LOOK.toNanos());
      }
    } finally {
      waiters.release();
    }
  }

  Standing cancel(Peer peer, String id) {
    peer.needs("runs:write");
    var standing = get(peer, id);
    if (standing.run().state().ended()) {
      throw A2aError.notCancelable();
    }
    runs.cancel(standing.task().tenant(), standing.run().id());
    return await(standing, TaskState::terminal); // what it waited for is no answer
  }
}
