package io.ganglion.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.db.Refusal;
import io.ganglion.db.Statement;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import io.ganglion.testing.Stack;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * After a pause: one, and more as they are answered; by the statements that commits are made of.
 */
@QuarkusTest
@Tag("it")
class EasingTest {
  private static final int WORLDS = 20;
  private static final int STEPS = 60;
  private static final TenantId TENANT = TenantId.next();

  private final BudgetUse use =
      new BudgetUse(
          Json.sha256(UUID.randomUUID().toString()),
          "posts of @me",
          1,
          1_000_000,
          Duration.ofDays(1));
  private Connection engine;

  @BeforeEach
  void connect() throws SQLException {
    engine = engine();
  }

  @AfterEach
  void close() throws SQLException {
    engine.close();
  }

  private static Connection engine() throws SQLException {
    var connection = Stack.as("ganglion_engine").getConnection();
    connection.setAutoCommit(false);
    return connection;
  }

  /** What a commit came to: who was let through, and why the others were not. */
  private record Asked(List<Probe> through, List<Refusal> refused) {}

  /** As the group commit does it: without those that are refused, until none is. */
  private static Asked ask(Connection connection, BudgetUse use, int acts) throws SQLException {
    var probes = new ArrayList<Probe>();
    for (int i = 0; i < acts; i++) {
      probes.add(new Probe());
    }
    var why = new ArrayList<Refusal>();
    while (!probes.isEmpty()) {
      var refused = new ArrayList<Statement.Refused>();
      var rows = probes.stream().map(probe -> probe.asks(TENANT, use)).toList();
      for (var statement : new Taking().statements(0, rows)) {
        refused.addAll(statement.refuse(connection));
      }
      if (refused.isEmpty()) {
        connection.commit();
        break;
      }
      connection.rollback();
      for (var one : refused) {
        why.add(one.why());
        var row = (UpstreamWrite.OfBudget) one.write();
        assertThat(probes.remove(((Pace.Ask) row.pace()).probe())).isTrue();
      }
    }
    return new Asked(probes, why);
  }

  private Asked ask(int acts) throws SQLException {
    return ask(engine, use, acts);
  }

  private void answer(Probe probe, boolean well) throws SQLException {
    Asking.answered(engine, probe.answered(well));
    engine.commit();
  }

  private void rest(Instant until) throws SQLException {
    var rest = new UpstreamWrite.OfBudget(TENANT, use, new Pace.Rest(until));
    for (var statement : new Taking().statements(0, List.of(rest))) {
      statement.write(engine);
    }
    engine.commit();
  }

  private void set(String what) throws SQLException {
    try (var update = engine.prepareStatement("UPDATE budget SET " + what + " WHERE key = ?")) {
      update.setString(1, use.key());
      update.executeUpdate();
    }
    engine.commit();
  }

  private static Instant far() {
    return Instant.now().plusSeconds(3600);
  }

  private void over() throws SQLException {
    set("paused_until = clock_timestamp() - interval '1 ms'");
  }

  @Test
  void nobody_counts_where_no_pause_was_recent() throws SQLException {
    var asked = ask(50);
    assertThat(asked.through()).hasSize(50);
    assertThat(asked.through()).allMatch(probe -> probe.answered(true).isEmpty());
  }

  @Test
  void one_goes_first_and_each_good_answer_lets_two_more_follow() throws SQLException {
    rest(far());
    assertThat(ask(10).through()).isEmpty();
    over();
    int waiting = 100;
    var sizes = new ArrayList<Integer>();
    while (waiting > 0) {
      var round = ask(waiting).through();
      sizes.add(round.size());
      waiting -= round.size();
      if (waiting > 0) {
        assertThat(ask(waiting).through()).as("before they are answered").isEmpty();
      }
      for (var probe : round) {
        answer(probe, true);
      }
    }
    assertThat(sizes).containsExactly(1, 2, 4, 8, 16, 32, 37);
  }

  @Test
  void who_waits_comes_back_one_after_the_other_and_never_before_the_pause_is_over()
      throws SQLException {
    var until = far();
    rest(until);
    var paused = ask(64).refused().stream().map(why -> why.until().orElseThrow()).toList();
    assertThat(paused).allMatch(at -> !at.isBefore(until.minusMillis(1))).isSorted();
    assertThat(paused.getLast())
        .isBetween(until.plusMillis(1499), until.plusMillis(1501)); // 64 are 6 doublings
    over();
    var easing = ask(64).refused();
    assertThat(easing).hasSize(63);
    assertThat(easing)
        .allMatch(why -> why.detail().contains("is called more and more as it answers"))
        .allMatch(why -> why.until().orElseThrow().isAfter(Instant.now().minusSeconds(1)))
        .allMatch(why -> why.until().orElseThrow().isBefore(Instant.now().plusSeconds(10)));
  }

  @Test
  void an_answer_that_is_lost_holds_nobody_up_for_good() throws SQLException {
    rest(far());
    over();
    assertThat(ask(5).through()).hasSize(1);
    assertThat(ask(5).through()).isEmpty();
    set("heard_at = now() - interval '31 s'");
    assertThat(ask(5).through()).hasSize(1);
    assertThat(ask(5).through()).isEmpty();
  }

  @Test
  void it_is_over_once_the_platform_has_borne_a_thousand_at_once() throws SQLException {
    rest(far());
    over();
    while (true) {
      var round = ask(3000).through();
      if (round.size() == 3000) {
        break;
      }
      var told = new ArrayList<UpstreamWrite>();
      round.forEach(probe -> told.addAll(probe.answered(true)));
      assertThat(told).hasSizeLessThan(Easing.OVER);
      Asking.answered(engine, told);
      engine.commit();
    }
    assertThat(ask(10).through()).allMatch(probe -> probe.answered(true).isEmpty());
  }

  @Test
  void whatever_happens_no_more_are_under_way_than_were_answered_well_and_one()
      throws SQLException {
    long seed = Long.getLong("ganglion.seed", System.nanoTime());
    System.out.printf("pauses, seed %d%n", seed);
    var random = new SplittableRandom(seed);
    for (int world = 0; world < WORLDS; world++) {
      rest(far());
      over();
      walk(random);
    }
  }

  /** Against a model of it: how many may be under way, and how many are. */
  private void walk(SplittableRandom random) throws SQLException {
    int wide = 1;
    var underWay = new ArrayList<Probe>();
    var before = new ArrayList<Probe>(); // of an earlier pause
    for (int step = 0; step < STEPS; step++) {
      switch (random.nextInt(8)) {
        case 0, 1, 2 -> {
          int acts = random.nextInt(1, 12);
          var through = ask(acts).through();
          assertThat(through).hasSize(Math.min(acts, wide - underWay.size()));
          underWay.addAll(through);
        }
        case 3, 4, 5 -> {
          if (!underWay.isEmpty()) {
            boolean well = random.nextInt(4) > 0;
            answer(underWay.remove(random.nextInt(underWay.size())), well);
            wide += well ? 1 : 0;
          }
        }
        case 6 -> {
          if (!before.isEmpty()) {
            answer(before.removeLast(), true); // it says nothing of the time since
          }
        }
        default -> {
          rest(far());
          assertThat(ask(3).through()).as("while it rests").isEmpty();
          over();
          before.addAll(underWay);
          underWay.clear();
          wide = 1;
        }
      }
    }
  }

  @Test
  void workers_that_ask_at_once_are_counted_together() throws Exception {
    rest(far());
    over();
    for (int round = 1; round <= 4; round++) {
      var through = new ArrayList<Probe>();
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var worker =
            (Callable<List<Probe>>)
                () -> {
                  try (var connection = engine()) {
                    return ask(connection, use, 5).through();
                  }
                };
        for (var asked : threads.invokeAll(List.of(worker, worker, worker))) {
          through.addAll(asked.get());
        }
      }
      assertThat(through).hasSize(1 << (round - 1));
      for (var probe : through) {
        answer(probe, true);
      }
    }
  }
}
