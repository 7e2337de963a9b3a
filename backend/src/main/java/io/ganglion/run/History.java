package io.ganglion.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.db.Replays;
import io.ganglion.kernel.Json;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What a run's journal holds when a worker takes it up. */
record History(
    TreeMap<String, Step> steps,
    Map<String, Instant> timers,
    Map<String, List<Consumed>> consumed,
    Map<String, Map<String, Long>> reads) {
  /** Of a run that has done nothing yet. */
  static History empty() {
    return new History(
        new TreeMap<>(), new ConcurrentHashMap<>(), new HashMap<>(), new HashMap<>());
  }

  /** Lets go of what no later visit asks for. */
  void forget(Set<String> keptTimers) {
    steps.clear();
    timers.keySet().retainAll(keptTimers);
    consumed.clear();
    reads.clear();
  }

  /** Reads what runs have done, each by its id; those that have done nothing are there too. */
  static Map<UUID, History> load(Connection connection, Replays replays) throws SQLException {
    var histories = new HashMap<UUID, History>();
    replays.runs().forEach(one -> histories.put(one.run(), empty()));
    replays.read(
        connection,
        "r.position, r.seq, r.name, r.state, r.attempts, r.output, r.error, r.started_at, r.ended_at",
        "step",
        true,
        "",
        (run, row) -> {
          var step = step(row);
          of(histories, run).steps.put(step.position(), step);
        });
    replays.read(
        connection,
        "r.position, r.due_at",
        "timer",
        true,
        "",
        (run, row) ->
            of(histories, run)
                .timers
                .put(row.getString("position"), row.getTimestamp("due_at").toInstant()));
    replays
        .listening()
        .read(
            connection,
            "r.position, r.ordinal, r.seq, r.filter, r.event",
            "consumption",
            true,
            "ORDER BY r.run_id, r.position, r.ordinal",
            (run, row) -> of(histories, run).consume(row));
    replays
        .acting()
        .read(
            connection,
            "r.position, r.key, r.version",
            "state_read",
            true,
            "",
            (run, row) ->
                of(histories, run)
                    .reads
                    .computeIfAbsent(row.getString("position"), position -> new HashMap<>())
                    .put(row.getString("key"), row.getLong("version")));
    return histories;
  }

  private static History of(Map<UUID, History> histories, UUID run) {
    return Objects.requireNonNull(histories.get(run));
  }

  private void consume(ResultSet row) throws SQLException {
    consumed
        .computeIfAbsent(row.getString("position"), position -> new ArrayList<>())
        .add(
            new Consumed(
                row.getInt("ordinal"),
                row.getLong("seq"),
                row.getInt("filter"),
                Json.read(row.getString("event"))));
  }

  static Step step(ResultSet row) throws SQLException {
    return step(row, "seq");
  }

  /**
   * @param order the column of the order of start
   */
  static Step step(ResultSet row, String order) throws SQLException {
    return new Step(
        row.getString("position"),
        row.getInt(order),
        row.getString("name"),
        Step.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getInt("attempts"),
        json(row.getString("output")),
        json(row.getString("error")),
        row.getTimestamp("started_at").toInstant(),
        row.getTimestamp("ended_at").toInstant());
  }

  private static @Nullable JsonNode json(@Nullable String text) {
    return text == null ? null : Json.read(text);
  }
}
