package io.ganglion.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Durable starts of runs through the API, from as many callers as a busy tenant has. */
final class Api {
  private static final int CALLERS = 32;
  private static final long SECONDS = 8;
  private static final int WARM_UP = 6;

  private final Backend backend;
  private final String workflow;

  Api(Backend backend, String workflow) {
    this.backend = backend;
    this.workflow = workflow;
  }

  /** Until the compiler, which takes half of the machine at first, has come to rest. */
  void warmUp() throws Exception {
    for (int i = 0; i < WARM_UP; i++) {
      var unused = rate();
    }
  }

  /** Starts a run and gives its identifier. */
  String start() throws IOException, InterruptedException {
    var body = new ObjectMapper().createObjectNode().put("workflow", workflow);
    body.putObject("input");
    return backend.post("/runs", body).path("id").asText();
  }

  /**
   * How long requests take while so many are sent a second: each from when it was to be sent, so
   * that one which holds up the others counts for all.
   *
   * @return milliseconds
   */
  static List<Double> times(double aSecond, Callable<?> request) throws Exception {
    var took = new ConcurrentLinkedQueue<Double>();
    int count = (int) (aSecond * SECONDS);
    long began = System.nanoTime();
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < count; i++) {
        long due = began + (long) (i * 1e9 / aSecond);
        long early = due - System.nanoTime();
        if (early > 0) {
          Thread.sleep(Duration.ofNanos(early));
        }
        callers.submit(
            () -> {
              var unused = request.call();
              took.add((System.nanoTime() - due) / 1e6);
              return null;
            });
      }
    }
    if (took.size() < count) {
      throw new IllegalStateException(
          "%d of %d requests failed".formatted(count - took.size(), count));
    }
    return List.copyOf(took);
  }

  /** Accepted requests a second. */
  double rate() throws Exception {
    var done = new AtomicLong();
    long began = System.nanoTime();
    long end = began + SECONDS * 1_000_000_000L;
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < CALLERS; i++) {
        callers.submit(
            () -> {
              while (System.nanoTime() < end) {
                var unused = start();
                done.incrementAndGet();
              }
              return null;
            });
      }
    }
    return done.get() * 1e9 / (System.nanoTime() - began);
  }
}
