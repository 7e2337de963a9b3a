package io.ganglion.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
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

  /**
   * How long starts take while so many are sent a second: each from when it was to be sent, so that
   * one which holds up the others counts for all.
   *
   * @return milliseconds at the 99th percentile
   */
  double p99(double aSecond) throws Exception {
    var body = new ObjectMapper().createObjectNode().put("workflow", workflow);
    body.putObject("input");
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
              backend.post("/runs", body);
              took.add((System.nanoTime() - due) / 1e6);
              return null;
            });
      }
    }
    if (took.size() < count) {
      throw new IllegalStateException(
          "%d of %d starts failed".formatted(count - took.size(), count));
    }
    return Latency.percentile(List.copyOf(took), 0.99);
  }

  /** Accepted requests a second. */
  double rate() throws Exception {
    var body = new ObjectMapper().createObjectNode().put("workflow", workflow);
    body.putObject("input");
    var done = new AtomicLong();
    long began = System.nanoTime();
    long end = began + SECONDS * 1_000_000_000L;
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < CALLERS; i++) {
        callers.submit(
            () -> {
              while (System.nanoTime() < end) {
                backend.post("/runs", body);
                done.incrementAndGet();
              }
              return null;
            });
      }
    }
    return done.get() * 1e9 / (System.nanoTime() - began);
  }
}
