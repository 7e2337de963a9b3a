package io.ganglion.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One run at a time, nothing beside it: how long its start takes, and all of it. */
final class Latency {
  private static final int RUNS = 1000;

  /** One after the other, once many at once have warmed the server up. */
  private static final int WARM_UP = 100;

  private static final String ENDED =
      "SELECT count(*) FROM run WHERE ended_at IS NOT NULL AND id = '%s'";
  private static final String FIRST_STEP =
      "SELECT extract(epoch FROM min(started_at)) FROM step WHERE run_id = '%s'";
  private static final String WALL =
      "SELECT extract(epoch FROM ended_at - started_at) FROM run WHERE id = '%s'";

  private final Rig rig;
  private final Backend backend;
  private final ObjectMapper json = new ObjectMapper();

  Latency(Rig rig, Backend backend) {
    this.rig = rig;
    this.backend = backend;
  }

  /**
   * Milliseconds of each run, from the request to the first step, and from its start to its end.
   */
  record Times(List<Double> start, List<Double> whole) {}

  Times take(String workflow) throws Exception {
    var id = backend.workflow(workflow);
    new Api(backend, id).warmUp();
    new Runs(rig).ended();
    var start = new ArrayList<Double>();
    var whole = new ArrayList<Double>();
    try (var database = rig.database();
        var plan = database.createStatement()) {
      plan.execute("SET enable_seqscan = off"); // a look at all runs would be the noise it hears
      for (int i = 0; i < WARM_UP + RUNS; i++) {
        var asked = Instant.now();
        var body = json.createObjectNode().put("workflow", id);
        body.putObject("input").put("n", 1);
        var made = backend.post("/runs", body);
        var run = TypeId.uuid(made.path("id").asText());
        while (Runs.number(database, ENDED.formatted(run)) == 0) {
          Thread.sleep(10); // more often would take from what is measured
        }
        if (i >= WARM_UP) {
          double first = Runs.number(database, FIRST_STEP.formatted(run));
          var askedAt = Duration.between(Instant.EPOCH, asked);
          start.add(1000 * (first - askedAt.toNanos() / 1e9));
          whole.add(1000 * Runs.number(database, WALL.formatted(run)));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new Times(start, whole);
  }

  static double percentile(List<Double> values, double share) {
    var sorted = values.stream().sorted().toList();
    return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
  }
}
