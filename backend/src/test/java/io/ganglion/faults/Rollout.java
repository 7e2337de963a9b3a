package io.ganglion.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import io.ganglion.testing.Customer;
import io.ganglion.testing.LoopbackPlatform;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Two processes behind a balancer are replaced one after the other while customers start runs and
 * read them. A customer sends a request again that broke, under the same key; blind acts are judged
 * by the platform's journal.
 */
final class Rollout {
  private static final int RUNS = 1_000;
  private static final int CUSTOMERS = 8;
  private static final int POSTS = 2;

  /** A request is sent at most so often, a little later each time. */
  private static final int TRIES = 5;

  private static final Duration BACKOFF = Duration.ofMillis(200);

  /** Between two runs of one customer. */
  private static final Duration PAUSE = Duration.ofMillis(150);

  /** How long the platform takes to answer. */
  private static final Duration ANSWER = Duration.ofMillis(100);

  private static final String WORKFLOW =
      """
      document: {dsl: '1.0.3', namespace: faults, name: rolling, version: '1.0.0'}
      do:
        - posts:
            for: {each: n, in: '${ [range(2)] }'}
            do:
              - post: {call: http, with: {method: post, endpoint: '${ $workflow.input.url + "/" + ($n | tostring) }', body: {}}}
      """;

  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger again = new AtomicInteger();
  private final AtomicInteger begun = new AtomicInteger();
  private final Map<String, String> runs = new ConcurrentHashMap<>();
  private volatile boolean replaced;

  /** How a process of one release is started; it need not be ready. */
  interface Start {
    /**
     * @param lab port of the process that serves the laboratory
     */
    BackendProcess at(int port, int lab) throws IOException;
  }

  private Rollout() {}

  /** Replaces two of the old by two of the new, and judges what became of the work. */
  static void replace(Start old, Start young, SplittableRandom random) throws Exception {
    new Rollout().run(old, young, random);
  }

  private void run(Start old, Start young, SplittableRandom random) throws Exception {
    int port = Stack.freePort();
    try (var platform = new LoopbackPlatform();
        var door = new FrontDoor()) {
      platform.answers(
          entry -> {
            LockSupport.parkNanos(ANSWER.toNanos());
            return "{}";
          });
      var olds = List.of(behind(door, old.at(port, port)), behind(door, old.at(next(), port)));
      var customer = Customer.newTenant(olds.getFirst().url());
      var workflow = customer.postYaml("/workflows", WORKFLOW).path("id").asText();
      try (var customers = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory())) {
        var busy =
            IntStream.range(0, CUSTOMERS)
                .mapToObj(
                    n -> customers.submit(() -> work(customer.at(door.url()), workflow, platform)))
                .toList();
        try {
          for (var one : olds) {
            int before = begun.get();
            Patience.await("work is under way").until(() -> begun.get() > before + RUNS / 10);
            behind(door, young.at(next(), port));
            // when in the runs' course it strikes is the point
            Thread.sleep(random.nextLong(0, 500));
            one.terminate();
          }
        } finally {
          replaced = true; // or they would work on for good
        }
        for (var one : busy) {
          one.get();
        }
      }
      judge(customer.at(door.url()), platform);
    }
  }

  private static int next() {
    return Stack.freePort();
  }

  private static BackendProcess behind(FrontDoor door, BackendProcess backend) {
    door.add(backend);
    return backend.ready();
  }

  /** A customer starts runs, and looks at each, until there are enough and both were replaced. */
  private void work(Customer customer, String workflow, LoopbackPlatform platform) {
    while (!replaced || begun.get() < RUNS) {
      var path = "/rolling-" + begun.getAndIncrement();
      var body = Json.object().put("workflow", workflow);
      body.set("input", Json.object().put("url", platform.url(path)));
      var key = UUID.randomUUID().toString();
      var run = untilAnswered(() -> customer.post("/runs", body, key)).path("id").asText();
      runs.put(path, run);
      untilAnswered(() -> customer.get("/runs/" + run));
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  /** As every client of ours does: what broke, or met a door without a backend, is sent again. */
  private JsonNode untilAnswered(Supplier<JsonNode> request) {
    asked.incrementAndGet();
    for (int tries = 1; ; tries++) {
      try {
        return request.get();
      } catch (UncheckedIOException | IllegalStateException failed) {
        if (tries == TRIES || !isWorthATry(failed)) {
          throw failed;
        }
        again.incrementAndGet();
        LockSupport.parkNanos(BACKOFF.multipliedBy(tries).toNanos());
      }
    }
  }

  /** A connection that broke, or a process that says that it is about to go. */
  private static boolean isWorthATry(RuntimeException failed) {
    return failed instanceof UncheckedIOException
        || String.valueOf(failed.getMessage()).contains(": 503 ");
  }

  private void judge(Customer customer, LoopbackPlatform platform) {
    var ends = new TreeMap<String, Integer>();
    runs.forEach(
        (path, run) -> {
          Patience.await("run " + run + " has ended")
              .pollDelay(Duration.ZERO) // most have, and there are a thousand
              .until(() -> customer.get("/runs/" + run).path("ended_at").isTextual());
          ends.merge(customer.get("/runs/" + run).path("state").asText(), 1, Integer::sum);
        });
    long twice = 0;
    long lost = 0;
    for (var path : runs.keySet()) {
      for (int n = 0; n < POSTS; n++) {
        long effects = platform.effects(path + "/" + n);
        twice += Math.max(0, effects - 1);
        lost += effects == 0 ? 1 : 0;
      }
    }
    System.out.printf(
        "%d requests, %d of them sent again; %d runs %s; %d posts, %d twice, %d lost%n",
        asked.get(), again.get(), runs.size(), ends, runs.size() * POSTS, twice, lost);
    assertThat(ends).containsOnlyKeys("SUCCEEDED");
    assertThat(runs).hasSize(begun.get()).hasSizeGreaterThanOrEqualTo(RUNS);
    assertThat(twice).as("posts that were made twice").isZero();
    assertThat(lost).as("posts that were not made").isZero();
  }
}
