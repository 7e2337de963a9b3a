package io.ganglion.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.kernel.Json;
import io.ganglion.testing.Customer;
import io.ganglion.testing.LoopbackPlatform;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Stack;
import io.ganglion.testing.Troupe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * One of two workers has a wrong clock, by an hour or a day: no timer is early or fires twice, and
 * neither takes the other for dead. libfaketime gives the process its clock.
 */
@Tag("faults")
@ExtendWith(NoneLeft.class)
class ClockFaultTest {
  private static final List<Path> LIBRARIES =
      List.of(
          Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"),
          Path.of("/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1"),
          Path.of("/usr/lib64/faketime/libfaketimeMT.so.1"));
  private static final int RUNS = 40;
  private static final int STORM = 30;
  private static final Duration WAIT = Duration.ofSeconds(3);

  private static final String TIMER =
      """
      document: {dsl: '1.0.3', namespace: faults, name: timer, version: '1.0.0'}
      do:
        - before: {call: http, with: {method: put, endpoint: '${ .platform + "/before/" + .id }', body: {}}, output: {as: '${ $workflow.input }'}}
        - sleep: {wait: PT3S}
        - after: {call: http, with: {method: post, endpoint: '${ .platform + "/after/" + .id }', body: {}}}
      """;

  private Path library = Path.of("");

  @BeforeEach
  void find() {
    var found = LIBRARIES.stream().filter(Files::exists).findFirst();
    Assumptions.assumeTrue(
        found.isPresent(), "no libfaketime on this machine: apt-get install libfaketime");
    library = found.orElseThrow();
  }

  @Test
  void a_worker_an_hour_ahead_wakes_nothing_early() throws Exception {
    skew("+1h");
  }

  @Test
  @Tag("long")
  void workers_an_hour_or_a_day_off_wake_nothing_early_or_twice() throws Exception {
    for (var offset : List.of("-1h", "+1d", "-1d", "+90s")) {
      skew(offset);
    }
  }

  private void skew(String offset) throws Exception {
    var random = Seed.random("clock off by " + offset);
    var clock =
        Map.of(
            "LD_PRELOAD",
            library.toString(),
            "FAKETIME",
            offset,
            "FAKETIME_DONT_FAKE_MONOTONIC",
            "1",
            "FAKETIME_FORCE_MONOTONIC_FIX", // with it a JVM's timed waits end at once, and it spins
            "0");
    int front = Stack.freePort();
    try (var api = BackendProcess.start("api,lab", front, front).ready();
        var storm = new Storm(api, random);
        var platform = new LoopbackPlatform();
        var wrong = BackendProcess.start("worker", Stack.freePort(), front, clock).ready();
        var right = BackendProcess.start("worker", Stack.freePort(), front).ready()) {
      var timers = timers(api, platform);
      storm.start(STORM);
      wrong.kill(); // what it had is the other's now, timers too
      try (var again = BackendProcess.start("worker", Stack.freePort(), front, clock).ready()) {
        storm.start(STORM);
        right.pause(); // and the other way round
        Thread.sleep(Duration.ofMillis(7_500));
        right.resume();
        timers.settled();
        storm.verdict();
      }
    }
  }

  private static Timers timers(BackendProcess api, LoopbackPlatform platform) throws Exception {
    var customer = Customer.newTenant(api.url());
    var agent = new Troupe(customer).agent("sleeper");
    var workflow = customer.postYaml("/workflows", TIMER).path("id").asText();
    var runs = new ArrayList<String>();
    for (int i = 0; i < RUNS; i++) {
      var body = Json.object().put("workflow", workflow).put("agent", agent);
      body.set(
          "input", Json.object().put("id", Integer.toString(i)).put("platform", platform.url("")));
      runs.add(customer.post("/runs", body).path("id").asText());
    }
    return new Timers(customer, platform, runs);
  }

  /** Runs that act, wait, and act again. */
  private record Timers(Customer customer, LoopbackPlatform platform, List<String> runs) {
    void settled() {
      for (var run : runs) {
        Patience.await(run)
            .atMost(Duration.ofMinutes(2))
            .until(
                () ->
                    customer
                        .get("/runs/" + run)
                        .path("state")
                        .asText()
                        .matches("SUCCEEDED|NEEDS_ATTENTION"));
      }
      for (int i = 0; i < runs.size(); i++) {
        var before = platform.lastAt("/before/" + i).orElseThrow();
        var after = platform.lastAt("/after/" + i);
        after.ifPresent( // a blind act of a worker that died may never have been sent
            at -> assertThat(Duration.between(before, at)).isGreaterThanOrEqualTo(WAIT));
        assertThat(platform.effects("/after/" + i)).as("run " + i).isLessThanOrEqualTo(1);
      }
    }
  }
}
