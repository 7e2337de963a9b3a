package io.ganglion.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Runs branches side by side and joins them: nothing of them is still running when {@link #join}
 * returns or throws.
 */
final class Branches<T> {
  private final List<Callable<T>> branches = new ArrayList<>();

  void add(Callable<T> branch) {
    branches.add(branch);
  }

  /** What one branch came to: a value, or why it stopped. */
  record Ended<T>(@Nullable T value, @Nullable RuntimeException stopped) {}

  /**
   * All at once; each may wait in memory while another is busy.
   *
   * @param awake the branches' own
   * @param settling whether who joins goes on with a branch that ended so, though others still
   *     wait; told why it stopped, or nothing when it came to a value
   */
  List<Ended<T>> join(Awake awake, Predicate<Optional<RuntimeException>> settling) {
    if (branches.isEmpty()) {
      return List.of();
    }
    var left = new AtomicInteger(branches.size());
    branches.replaceAll(
        branch ->
            () -> {
              Optional<RuntimeException> stopped = Optional.empty();
              try {
                return branch.call();
              } catch (RuntimeException e) {
                stopped = Optional.of(e);
                throw e;
              } finally {
                awake.ended(left.decrementAndGet() == 0, settling.test(stopped));
              }
            });
    return join(branches.size());
  }

  /** Whether {@link #rethrow} throws something else than a park for a branch that ended so. */
  static boolean fails(Optional<RuntimeException> stopped) {
    return stopped.filter(it -> !(it instanceof Unwind.Parked)).isPresent();
  }

  /** Whether a race is over with a branch that ended so: one that failed leaves it open. */
  static boolean decides(Optional<RuntimeException> stopped) {
    return stopped.isEmpty() || fails(stopped.filter(it -> !(it instanceof Unwind.Fault)));
  }

  /**
   * @param concurrency how many run at once
   */
  List<Ended<T>> join(int concurrency) {
    var permits = new Semaphore(concurrency);
    var futures = new ArrayList<CompletableFuture<T>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var branch : branches) {
        permits.acquireUninterruptibly();
        futures.add(
            CompletableFuture.supplyAsync(
                () -> {
                  try {
                    return branch.call();
                  } catch (RuntimeException e) {
                    throw e;
                  } catch (Exception e) {
                    throw new IllegalStateException(e);
                  } finally {
                    permits.release();
                  }
                },
                threads));
      }
    }
    return futures.stream().map(Branches::ended).toList();
  }

  private static <T> Ended<T> ended(CompletableFuture<T> future) {
    try {
      return new Ended<>(future.join(), null);
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException stopped) {
        return new Ended<>(null, stopped);
      }
      throw e;
    }
  }

  /**
   * The one reason that speaks for all: losing the run's ground (no {@link Unwind}) before being
   * handed over, before being cancelled, before a fault, before the end, before parking, of which
   * the earliest counts.
   */
  static <T> void rethrow(List<Ended<T>> ended) {
    RuntimeException worst = null;
    for (var branch : ended) {
      var stopped = branch.stopped();
      if (stopped != null) {
        worst = worst == null ? stopped : worse(stopped, worst);
      }
    }
    if (worst != null) {
      throw worst;
    }
  }

  /**
   * Why nobody has won: as {@link #rethrow}, but one that can still win speaks for all against
   * those that failed.
   */
  static <T> void rethrowUnlessOpen(List<Ended<T>> ended) {
    boolean open = ended.stream().anyMatch(branch -> branch.stopped() instanceof Unwind.Parked);
    rethrow(
        open
            ? ended.stream().filter(it -> !(it.stopped() instanceof Unwind.Fault)).toList()
            : ended);
  }

  /** Throws what no {@link Unwind} is: the run's ground is lost, whatever else came out. */
  static <T> void rethrowBroken(List<Ended<T>> ended) {
    for (var branch : ended) {
      if (branch.stopped() != null && !(branch.stopped() instanceof Unwind)) {
        throw branch.stopped();
      }
    }
  }

  private static RuntimeException worse(RuntimeException a, RuntimeException b) {
    var first = weight(a) > weight(b) || earlier(a, b) ? a : b;
    return a instanceof Unwind.Parked one && b instanceof Unwind.Parked two
        ? ((Unwind.Parked) first).and(first == one ? two : one)
        : first;
  }

  private static boolean earlier(RuntimeException a, RuntimeException b) {
    return a instanceof Unwind.Parked one
        && b instanceof Unwind.Parked two
        && weight(a) == weight(b)
        && one.due().isBefore(two.due());
  }

  private static int weight(RuntimeException stopped) {
    if (!(stopped instanceof Unwind unwind)) {
      return 10;
    }
    return switch (unwind) {
      case Unwind.HandedOver h -> 6;
      case Unwind.Cancelled c -> 5;
      case Unwind.Fault f -> 4;
      case Unwind.TimedOut t -> 4;
      case Unwind.End e -> 3;
      case Unwind.Parked p -> p.state() == io.ganglion.run.RunState.WAITING ? 2 : 1;
    };
  }
}
