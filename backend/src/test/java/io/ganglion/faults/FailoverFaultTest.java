package io.ganglion.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.local.Bootstrap;
import io.ganglion.local.LocalPostgres;
import io.ganglion.local.RolePasswords;
import io.ganglion.testing.Stack;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * PostgreSQL's machine is lost for good, and its synchronous standby takes over, while runs are in
 * flight: what was acknowledged is there. The old server, should it come back, acknowledges
 * nothing.
 */
@Tag("faults")
@ExtendWith(NoneLeft.class)
class FailoverFaultTest {
  private static final int RUNS_A_FAULT = 30;
  private static final Duration READY_AGAIN = Duration.ofSeconds(30);
  private static final Duration NEVER = Duration.ofSeconds(3);

  @Test
  void a_fail_over_loses_nothing_acknowledged(@TempDir Path folder) throws Exception {
    failOver(1, folder);
  }

  @Test
  @Tag("long")
  void ten_fail_overs_lose_nothing_acknowledged(@TempDir Path folder) throws Exception {
    failOver(10, folder);
  }

  private static void failOver(int times, Path folder) throws Exception {
    var random = Seed.random("fail-over × " + times);
    var home = folder.resolve("postgres-0");
    var first = LocalPostgres.start(home, Stack.freePort());
    var password = Stack.PASSWORD;
    Bootstrap.run(first.superuserUrl(), new RolePasswords(password, password, password));
    var primary = new AtomicReference<>(first);
    int front = Stack.freePort();
    try (var wire = LossyWire.to(first.jdbcUrl())) {
      var database = Map.of("GANGLION_DB_URL", wire.through(first.jdbcUrl()));
      try (var api = BackendProcess.start("api,lab", front, front, database).ready();
          var storm =
              new Storm(api, random, () -> Stack.asSuperuser(primary.get().superuserUrl()));
          var worker = BackendProcess.start("worker", Stack.freePort(), front, database).ready()) {
        for (int t = 1; t <= times; t++) {
          var next = folder.resolve("postgres-" + t);
          var standby = Replica.of(primary.get(), home, next);
          storm.start(RUNS_A_FAULT);
          Thread.sleep(random.nextLong(0, 500)); // when in the runs' course it strikes is the point
          var lost = primary.get();
          lost.killHard();
          Replica.promote(standby);
          primary.set(standby);
          wire.leadTo(standby.jdbcUrl());
          worker.ready(READY_AGAIN);
          api.ready(READY_AGAIN);
          acknowledgesNothing(home, lost.port());
          home = next;
        }
        storm.verdict();
      }
    } finally {
      primary.get().killHard(); // nothing of it is kept
    }
  }

  /** The old primary still wants its standby's word for every commit, which it can't get. */
  private static void acknowledgesNothing(Path home, int port) throws InterruptedException {
    var back = LocalPostgres.start(home, port);
    try {
      var commit = CompletableFuture.runAsync(() -> write(back.superuserUrl()));
      Thread.sleep(NEVER); // what must not happen has to be waited for
      assertThat(commit).as("a commit without the standby").isNotDone();
    } finally {
      back.killHard();
    }
  }

  private static void write(String url) {
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE written (at timestamptz)");
    } catch (SQLException cut) {
      // killed with its server
    }
  }
}
