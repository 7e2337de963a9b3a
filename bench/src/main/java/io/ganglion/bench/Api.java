package io.ganglion.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
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
