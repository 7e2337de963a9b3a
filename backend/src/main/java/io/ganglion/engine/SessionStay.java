package io.ganglion.engine;

import io.ganglion.run.RunState;
import io.ganglion.run.SessionConfig;
import io.ganglion.run.SessionEnding;
import io.ganglion.run.SessionInbox;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One stay of a session in memory: takes up what is asked for while other things are under way.
 * Nothing of it is under way any more when it is closed.
 */
final class SessionStay implements AutoCloseable {
  /** How often it looks for new steps while others are under way; the first to end is seen too. */
  private static final Duration LOOK = Duration.ofMillis(100);

  private final Walk walk;
  private final SessionInbox inbox;
  private final SessionConfig config;
  private final BiConsumer<Walk, SessionInbox.Asked> perform;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<SessionInbox.Asked, CompletableFuture<Void>> active = new LinkedHashMap<>();
  private final Map<SessionInbox.Asked, Unwind.Parked> parked = new HashMap<>();
  private volatile boolean closing;
  private int taken;
  private @Nullable Instant lastEnded;

  /**
   * @param perform brings one step to its end, or says until when it has to wait
   */
  SessionStay(
      Walk walk,
      SessionInbox inbox,
      SessionConfig config,
      BiConsumer<Walk, SessionInbox.Asked> perform) {
    this.inbox = inbox;
    this.config = config;
    this.perform = perform;
    this.walk = walk.unless(() -> closing);
    this.lastEnded = walk.journal().lastEnded().orElse(null);
  }

  /**
   * How the session is to end; everything asked for before a COMPLETE has ended then.
   *
   * @throws Unwind.Parked while there is nothing to do
   */
  SessionEnding untilEnd() {
    while (true) {
      walk.goOn();
      var run = walk.run();
      int room = Math.max(0, config.atOnce() - active.size());
      var content = inbox.read(run.tenant(), run.id(), taken, room);
      if (content.ending().equals(Optional.of(SessionEnding.COMPENSATE))) {
        return SessionEnding.COMPENSATE;
      }
      content.asked().forEach(this::begin);
      again();
      if (active.isEmpty()) {
        var ending = atRest(content);
        if (ending.isPresent()) {
          return ending.get();
        }
      } else {
        look();
      }
    }
  }

  private void begin(SessionInbox.Asked asked) {
    taken = Math.max(taken, asked.seq());
    active.put(asked, CompletableFuture.runAsync(() -> perform.accept(walk, asked), threads));
  }

  /** What waited long enough goes on. */
  private void again() {
    var now = walk.lease().now();
    var ready = new ArrayList<SessionInbox.Asked>();
    parked.forEach(
        (asked, park) -> {
          if (!park.due().isAfter(now)) {
            ready.add(asked);
          }
        });
    ready.forEach(
        asked -> {
          parked.remove(asked);
          begin(asked);
        });
  }

  /** Nothing is under way: the session ends, or leaves memory. */
  private Optional<SessionEnding> atRest(SessionInbox.Content content) {
    if (!parked.isEmpty()) {
      List<Branches.Ended<Void>> waiting = new ArrayList<>();
      parked.values().forEach(park -> waiting.add(new Branches.Ended<>(null, park)));
      Branches.rethrow(waiting);
    }
    if (content.ending().isPresent()) {
      return content.ending();
    }
    var since = content.touchedAt();
    if (lastEnded != null && lastEnded.isAfter(since)) {
      since = lastEnded;
    }
    var end = since.plus(config.idle());
    if (walk.lease().now().isBefore(end)) {
      throw new Unwind.Parked(RunState.WAITING, end, "session", "waits for the agent's next step");
    }
    var run = walk.run();
    return inbox.expire(run.tenant(), run.id(), content.last());
  }

  /** Waits until something has ended or it is time to look for more, and clears away what ended. */
  private void look() {
    var first = CompletableFuture.anyOf(active.values().toArray(CompletableFuture[]::new));
    try {
      first.get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      // seen below, each for itself
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unwind.HandedOver();
    }
    for (var asked : List.copyOf(active.keySet())) {
      var step = java.util.Objects.requireNonNull(active.get(asked));
      if (step.isDone()) {
        active.remove(asked);
        ended(asked, step);
      }
    }
  }

  private void ended(SessionInbox.Asked asked, CompletableFuture<Void> step) {
    try {
      step.join();
      lastEnded = walk.lease().now();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Unwind.Parked park) {
        parked.put(asked, park);
      } else if (e.getCause() instanceof RuntimeException stopped) {
        throw stopped;
      } else {
        throw e;
      }
    }
  }

  /** Waits for what is under way; what a step stopped with is on record or comes again. */
  @Override
  public void close() {
    closing = true;
    threads.close();
  }
}
