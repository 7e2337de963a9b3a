package io.ganglion.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.db.Replays;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import io.ganglion.run.Checkpoint;
import io.ganglion.run.Run;
import io.ganglion.run.RunState;
import io.ganglion.run.Runs;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Stack;
import io.ganglion.workflow.Workflows;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Long runs begin their replay at a checkpoint, and come to the same. */
@QuarkusTest
@Tag("it")
class CompactionTest {
  @Inject Drills drills;
  @Inject Runs runs;
  @Inject Workflows workflows;

  private TenantId tenant;

  @BeforeEach
  void open() {
    tenant = drills.tenant();
  }

  /** Rounds with a journalled step each, a park in the middle, and all that a replay must know. */
  private static final String ROUNDS =
      """
      - before: {call: ganglion.record, with: {value: seven}, export: {as: '{kept: ., rounds: 0}'}}
      - loop:
          for: {each: item, in: '${ $workflow.input.items }', at: index}
          input: {from: '${ {sum: 0, kept: $context.rounds} }'}
          do:
            - add:
                call: ganglion.record
                with: {value: '${ {sum: (.sum + $item)} }'}
                export: {as: '${ {kept: $context.kept, rounds: ($context.rounds + 1)} }'}
            - rest:
                if: ${ $index == $workflow.input.park }
                wait: PT5S
      - after: {call: ganglion.record, with: {value: '${ {sum, rounds: $context.rounds, kept: $context.kept} }'}}
      """;

  private static JsonNode input(int rounds) {
    var input = Json.object().put("park", rounds - 100);
    var items = input.putArray("items");
    for (int i = 0; i < rounds; i++) {
      items.add(1);
    }
    return input;
  }

  private Checkpoint checkpoint(RunId run) throws SQLException {
    try (var connection = Stack.as("ganglion_engine").getConnection();
        var scope = connection.createStatement()) {
      scope.execute("SET ganglion.tenants = '%s'".formatted(tenant.uuid()));
      var one = new Replays(List.of(new Replays.One(tenant.uuid(), run.uuid(), 0, true, true)));
      return java.util.Objects.requireNonNull(
          Checkpoint.load(connection, one).get(run.uuid()), "a checkpoint");
    }
  }

  /** Rows of the journal that a replay reads. */
  private int unread(RunId run) throws SQLException {
    var after = checkpoint(run).after();
    try (var connection = Stack.asTenant("ganglion_app", tenant);
        var select =
            connection.prepareStatement(
                "SELECT count(*) FROM step WHERE run_id = ? AND event_seq > ?")) {
      select.setObject(1, run.uuid());
      select.setLong(2, after);
      try (var row = select.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  private Run parkedThenEnded(int rounds) throws SQLException {
    var run = drills.start(tenant, ROUNDS, input(rounds));
    Patience.await()
        .atMost(Duration.ofMinutes(8))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> runs.get(tenant, run).state(), state -> state == RunState.WAITING);
    assertThat(unread(run)).isLessThan(2 * Compaction.STEPS);
    var ended = drills.ended(tenant, run);
    assertThat(ended.state()).as(String.valueOf(ended.error())).isEqualTo(RunState.SUCCEEDED);
    assertThat(ended.output())
        .isEqualTo(
            Json.read("{\"sum\":%d,\"rounds\":%d,\"kept\":\"seven\"}".formatted(rounds, rounds)));
    return ended;
  }

  @Test
  void a_loop_of_5000_rounds_comes_back_in_its_middle_and_reads_little() throws SQLException {
    var ended = parkedThenEnded(5_000);
    var steps = runs.steps(tenant, ended.id(), 100, -1, "").data();
    assertThat(steps.getFirst().position()).isEqualTo("/do/0/before");
  }

  @Test
  @Tag("long")
  void a_loop_of_100000_rounds_does_too() throws SQLException {
    long before = used();
    parkedThenEnded(100_000);
    assertThat(used() - before).isLessThan(64L << 20);
  }

  private static long used() {
    System.gc();
    var runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  @Test
  void a_list_that_goes_back_again_and_again_is_compacted_too() throws SQLException {
    var run =
        drills.start(
            tenant,
            """
            - first: {set: {n: 0}}
            - count: {call: ganglion.record, with: {value: '${ {n: (.n + 1)} }'}}
            - again:
                switch:
                  - rest: {when: .n == 1200, then: rest}
                  - more: {when: .n < 1500, then: count}
                  - done: {then: end}
            - rest: {wait: PT5S, then: count}
            """);
    drills.await(tenant, run, RunState.WAITING);
    assertThat(unread(run)).isLessThan(2 * Compaction.STEPS);
    var ended = drills.ended(tenant, run);
    assertThat(ended.output()).isEqualTo(Json.read("{\"n\":1500}"));
    var positions = runs.steps(tenant, run, 100, -1, "").data();
    assertThat(positions).extracting(step -> step.position()).contains("/do/1/count[5]");
  }

  @Test
  void a_checkpoint_says_the_same_when_it_is_read_back() {
    var json =
        Json.read(
            """
            {"task":1,"data":{"a":1},"context":null,"round":{"position":"/do/1/loop","next":7,"seq":3,
             "started_at":"2026-01-01T00:00:00.000001Z","data":[1],"context":{"b":2.50}},"visits":{"/do/1/loop":0},
             "tasks":12,"seq":9,"events":[4],"versions":{"k":2},"wrote":true,"restore":false,"compensable":true,
             "timers":{"#timeout":"2026-01-01T00:01:00Z"},"open":["01890000-0000-7000-8000-000000000001"]}
            """);
    assertThat(Json.canonical(Resume.fromJson(json).toJson())).isEqualTo(Json.canonical(json));
  }

  @Test
  void now_is_the_same_behind_a_checkpoint() throws SQLException {
    var stored =
        workflows.create(
            tenant,
            """
            document: {dsl: '1.0.3', namespace: drills, name: now, version: '1.0.0'}
            input: {from: '${ {began: now} }'}
            do:
              - loop:
                  for: {each: item, in: '${ [range(1300)] }', at: index}
                  while: ${ now > 0 }
                  input: {from: '${ {began, loop: now} }'}
                  do:
                    - add: {call: ganglion.record, with: {value: '${ .n = (.n // 0) + 1 }'}}
                    - rest:
                        if: ${ $index == 1200 }
                        wait: PT5S
                  output: {as: '${ {began, n, same: (.loop == now)} }'}
            output: {as: '${ {n, loop: .same, whole: (.began == now)} }'}
            """);
    var run = runs.start(tenant, RunId.next(), stored.workflow().id(), null, Json.object()).id();
    drills.await(tenant, run, RunState.WAITING);
    assertThat(unread(run)).isLessThan(2 * Compaction.STEPS);
    var ended = drills.ended(tenant, run);
    assertThat(ended.state()).as(String.valueOf(ended.error())).isEqualTo(RunState.SUCCEEDED);
    assertThat(ended.output()).isEqualTo(Json.read("{\"n\":1300,\"loop\":true,\"whole\":true}"));
  }
}
