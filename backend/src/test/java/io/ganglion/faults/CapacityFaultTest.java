package io.ganglion.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.kernel.Json;
import io.ganglion.local.LocalRedis;
import io.ganglion.testing.Customer;
import io.ganglion.testing.LoopbackPlatform;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Stack;
import io.ganglion.testing.TenantRows;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A storm of starts for one tenant at three workers, with Redis lost and a worker killed in the
 * middle. The platform counts how many it serves at once, and the holds tell what was held.
 */
@Tag("faults")
@ExtendWith(NoneLeft.class)
class CapacityFaultTest {
  private static final int K = 7;
  private static final int WORKERS = 3;
  private static final int RUNS = 300;

  private final AtomicInteger served = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final LoopbackPlatform platform;

  CapacityFaultTest() throws IOException {
    platform = new LoopbackPlatform();
    platform.answers(
        entry -> {
          most.accumulateAndGet(served.incrementAndGet(), Math::max);
          try {
            Thread.sleep(20); // as long as a quick platform takes
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          } finally {
            served.decrementAndGet();
          }
          return "{}";
        });
  }

  @Test
  void never_more_is_held_than_the_capacity(@TempDir Path folder) throws Exception {
    var random = Seed.random("storm of starts at capacity " + K);
    var redis = LocalRedis.start(folder.resolve("redis"), 0);
    int port = redis.port();
    var settings = Map.of("GANGLION_REDIS_URL", redis.url());
    int front = Stack.freePort();
    var workers = new ArrayList<BackendProcess>();
    try (platform;
        var api = BackendProcess.start("api", front, front, settings).ready()) {
      for (int w = 0; w < WORKERS; w++) {
        workers.add(BackendProcess.start("worker", Stack.freePort(), front, settings));
      }
      for (var worker : workers) {
        worker.ready();
      }
      var customer = Customer.newTenant(api.url());
      var rows = TenantRows.of(customer);
      rows.capacity(K);
      var runs = start(customer, RUNS / 2);
      redis.stop();
      redis = LocalRedis.start(folder.resolve("empty"), port);
      Thread.sleep(random.nextLong(100, 600)); // when in the runs' course it strikes is the point
      workers.get(random.nextInt(WORKERS)).kill();
      runs.addAll(start(customer, RUNS / 2));
      awaitAll(customer, runs);
      assertThat(most.get()).as("served at once by the platform").isBetween(2, K);
      assertThat(peak(rows)).as("held at once by the holds").isBetween(2L, (long) K);
      assertThat(rows.number("SELECT used FROM capacity WHERE tenant_id = ?")).isZero();
      assertThat(rows.number("SELECT count(*) FROM capacity_waiter WHERE tenant_id = ?")).isZero();
    } finally {
      for (var worker : workers) {
        worker.close();
      }
      redis.stop();
    }
  }

  private List<String> start(Customer customer, int count) {
    var document =
        """
        document: {dsl: '1.0.3', namespace: faults, name: capacity, version: '1.0.0'}
        do:
          - one: {call: http, with: {method: put, endpoint: '%s', body: {}}}
          - two: {call: http, with: {method: put, endpoint: '%s', body: {}}}
        """
            .formatted(platform.url("/one"), platform.url("/two"));
    var workflow = customer.postYaml("/workflows", document).path("id").asText();
    var runs = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      var body = Json.object().put("workflow", workflow);
      var run = customer.postUntilAcknowledged("/runs", body, Duration.ofSeconds(60));
      runs.add(run.path("id").asText());
    }
    return runs;
  }

  private static void awaitAll(Customer customer, List<String> runs) {
    var open = new ArrayList<>(runs);
    Patience.await("every run has succeeded")
        .atMost(Duration.ofMinutes(4))
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(
            () -> {
              open.removeIf(
                  run -> customer.get("/runs/" + run).path("state").asText().equals("SUCCEEDED"));
              assertThat(open).isEmpty();
            });
  }

  /** The most weight at one instant: a sweep over the ends of what is billable. */
  private static long peak(TenantRows rows) throws SQLException {
    return rows.number(
        """
        SELECT max(depth) FROM (
          SELECT sum(weight) OVER (ORDER BY at, weight) AS depth FROM (
            SELECT tenant_id, opened_at AS at, weight FROM hold WHERE zero_rate IS NULL
            UNION ALL SELECT tenant_id, closed_at, -weight FROM hold WHERE zero_rate IS NULL) AS ends
          WHERE tenant_id = ?) AS swept
        """);
  }
}
