package io.ganglion.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.local.Bootstrap;
import io.ganglion.local.LocalPostgres;
import io.ganglion.local.RolePasswords;
import io.ganglion.testing.Stack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL crashes and comes back, or its answers get lost, while runs are in flight. */
@Tag("faults")
@ExtendWith(NoneLeft.class)
class DatabaseFaultTest {
  private static final int RUNS_A_FAULT = 30;
  private static final Duration READY_AGAIN = Duration.ofSeconds(30);
  private static final Duration LONGER_THAN_THE_LEASE = Duration.ofSeconds(8);

  @Test
  void five_crashes_of_the_database_lose_nothing_acknowledged(@TempDir Path folder)
      throws Exception {
    crash(5, folder);
  }

  @Test
  @Tag("long")
  void fifty_crashes_of_the_database_lose_nothing_acknowledged(@TempDir Path folder)
      throws Exception {
    crash(50, folder);
  }

  @Test
  void five_lost_answers_of_commits_duplicate_nothing() throws Exception {
    loseAnswers(5);
  }

  @Test
  @Tag("long")
  void two_hundred_lost_answers_of_commits_duplicate_nothing() throws Exception {
    loseAnswers(200);
  }

  private static void crash(int crashes, Path folder) throws Exception {
    var random = Seed.random("crash of PostgreSQL × " + crashes);
    var home = folder.resolve("postgres");
    var postgres = LocalPostgres.start(home, 0);
    var password = Stack.PASSWORD;
    Bootstrap.run(postgres.superuserUrl(), new RolePasswords(password, password, password));
    var database = Map.of("GANGLION_DB_URL", postgres.jdbcUrl());
    int port = postgres.port();
    var superuser = postgres.superuserUrl();
    int front = Stack.freePort();
    try (var api = BackendProcess.start("api,lab", front, front, database).ready();
        var storm = new Storm(api, random, () -> Stack.asSuperuser(superuser));
        var worker = BackendProcess.start("worker", Stack.freePort(), front, database).ready()) {
      for (int c = 0; c < crashes; c++) {
        storm.start(RUNS_A_FAULT);
        Thread.sleep(random.nextLong(0, 500)); // when in the runs' course it strikes is the point
        postgres.killHard();
        if (c == 0) { // once for longer than the lease: the worker then keeps it all the same
          Thread.sleep(LONGER_THAN_THE_LEASE);
        }
        postgres = LocalPostgres.start(home, port);
        assertThat(postgres.port()).isEqualTo(port);
        worker.ready(READY_AGAIN);
        api.ready(READY_AGAIN);
      }
      storm.verdict();
    } finally {
      postgres.killHard(); // nothing of it is kept
    }
  }

  /** The worker's connections go through a wire that swallows answers and then breaks. */
  private static void loseAnswers(int times) throws Exception {
    var random = Seed.random("lost answers × " + times);
    int front = Stack.freePort();
    try (var wire = LossyWire.to(Stack.databaseUrl());
        var api = BackendProcess.start("api,lab", front, front).ready();
        var storm = new Storm(api, random);
        var worker =
            BackendProcess.start(
                    "worker",
                    Stack.freePort(),
                    front,
                    Map.of("GANGLION_DB_URL", wire.through(Stack.databaseUrl())))
                .ready()) {
      for (int t = 0; t < times; t++) {
        storm.start(RUNS_A_FAULT);
        Thread.sleep(random.nextLong(0, 300)); // when in the runs' course it strikes is the point
        wire.loseAnswers();
      }
      storm.verdict();
    }
  }
}
