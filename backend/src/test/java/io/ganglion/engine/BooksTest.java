package io.ganglion.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import io.ganglion.run.RunProblem;
import io.ganglion.run.RunState;
import io.ganglion.run.Runs;
import io.ganglion.testing.LoopbackPlatform;
import io.ganglion.testing.LoopbackPlatform.Fault;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Stack;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The books balance at every instant, whatever runs do and whoever stops them. */
@QuarkusTest
@Tag("it")
class BooksTest {
  private static final int RUNS = 120;

  /** In memory for ever is not a state: what waits has its place in the queue. */
  private static final String LOST =
      """
      SELECT count(*) FROM run r
      WHERE (r.ended_at IS NULL AND r.owner IS NULL) <>
            EXISTS (SELECT FROM run_queue q WHERE q.tenant_id = r.tenant_id AND q.run_id = r.id)
        AND r.owner IS NULL
      """;

  private static final String STILL_HELD =
      """
      SELECT (SELECT count(*) FROM hold h JOIN run r ON r.tenant_id = h.tenant_id AND r.id = h.run_id
              WHERE r.ended_at IS NOT NULL AND h.closed_at IS NULL)
           + (SELECT count(*) FROM effect e JOIN run r ON r.tenant_id = e.tenant_id AND r.id = e.run_id
              WHERE r.ended_at IS NOT NULL AND e.state IN ('INTENDED', 'DISPATCHED', 'UNKNOWN'))
      """;

  @Inject Drills drills;
  @Inject Runs runs;

  @Test
  void accepted_runs_are_the_sum_of_their_states_and_none_is_lost()
      throws IOException, SQLException {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    var random = new Random(seed);
    var tenant = drills.tenant();
    var accepted = new ArrayList<RunId>();
    try (var platform = new LoopbackPlatform();
        var books = Stack.asTenant("ganglion_app", tenant)) {
      var kinds = kinds(platform);
      for (int i = 0; i < RUNS; i++) {
        accepted.add(drills.start(tenant, kinds.get(random.nextInt(kinds.size()))));
        if (random.nextInt(4) == 0) {
          cancel(tenant, accepted.get(random.nextInt(accepted.size())));
        }
        balanced(books, accepted.size());
      }
      Patience.await()
          .until(
              () -> {
                balanced(books, accepted.size());
                return settled(states(books));
              });
      assertThat(number(books, STILL_HELD)).isZero();
    }
  }

  private static List<String> kinds(LoopbackPlatform platform) {
    var post = "- post: {call: http, with: {method: post, endpoint: '%s', body: {a: 1}}}";
    platform.fault("/lost", Fault.values());
    return List.of(
        "- good: {set: {a: 1}}",
        "- bad: {raise: {error: {type: 'https://example.org/no', status: 500}}}",
        "- long: {wait: PT1H}",
        "- short: {wait: PT1.2S}",
        "- hear: {listen: {to: {one: {with: {type: never}}}}}",
        post.formatted(platform.url("/there")),
        post.formatted(platform.url("/lost")));
  }

  private void cancel(TenantId tenant, RunId run) {
    try {
      runs.cancel(tenant, run);
    } catch (RunProblem ended) {
      assertThat(ended.code()).isEqualTo("run_ended");
    }
  }

  private static void balanced(Connection books, int accepted) throws SQLException {
    assertThat(states(books).values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(accepted);
    assertThat(number(books, LOST)).isZero();
  }

  private static boolean settled(Map<String, Integer> states) {
    return !states.containsKey(RunState.QUEUED.name())
        && !states.containsKey(RunState.RUNNING.name());
  }

  private static Map<String, Integer> states(Connection books) throws SQLException {
    var states = new TreeMap<String, Integer>();
    try (var statement = books.createStatement();
        var row = statement.executeQuery("SELECT state, count(*) FROM run GROUP BY state")) {
      while (row.next()) {
        states.put(row.getString(1), row.getInt(2));
      }
    }
    return states;
  }

  private static int number(Connection books, String sql) throws SQLException {
    try (var statement = books.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getInt(1);
    }
  }
}
