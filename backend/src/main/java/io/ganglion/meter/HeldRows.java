package io.ganglion.meter;

import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.SystemId;
import io.ganglion.kernel.WorkflowId;
import io.ganglion.ledger.Cuts;
import io.ganglion.ledger.Row;
import io.ganglion.ledger.Union;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes the ledger's rows of holds: cut to the hour, by their rating, and one for all members of a
 * family on a system. One family is in memory at once.
 *
 * <p>It reads columns {@code id, run_id} (of the family's root), {@code system_id, agent_id,
 * workflow_id, connector, weight, fence, zero_rate, opened, closed, reason} (null: it goes on), and
 * of each of its unbilled stretches {@code from_at, to_at, code} (null where it has none), in the
 * order of {@code run_id, system_id, opened_at, id}.
 */
public final class HeldRows {
  private final Taker taker;
  private final List<Row.Hold> family = new ArrayList<>();
  private @Nullable UUID id;
  private Row.@Nullable Hold hold;
  private final List<Cuts.Zero> zeros = new ArrayList<>();

  private HeldRows(Taker taker) {
    this.taker = taker;
  }

  /** Takes rows one by one. */
  @FunctionalInterface
  public interface Taker {
    void take(Row.Hold row) throws SQLException;
  }

  /** Reads all holds to the end; a hold comes once for each stretch of it that is not billed. */
  public static void each(ResultSet holds, Taker taker) throws SQLException {
    var rows = new HeldRows(taker);
    while (holds.next()) {
      rows.read(holds);
    }
    rows.endFamily();
  }

  private void read(ResultSet row) throws SQLException {
    var next = row.getObject("id", UUID.class);
    if (!next.equals(id)) {
      var read = hold(row);
      endHold();
      if (!family.isEmpty() && !together(family.getFirst(), read)) {
        endFamily();
      }
      id = next;
      hold = read;
    }
    var code = row.getString("code");
    if (code != null) {
      zeros.add(new Cuts.Zero(instant(row, "from_at"), instant(row, "to_at"), code));
    }
  }

  private static boolean together(Row.Hold one, Row.Hold other) {
    return one.run().equals(other.run()) && one.system().equals(other.system());
  }

  private void endHold() {
    if (hold != null) {
      family.addAll(Cuts.of(hold, zeros));
    }
    hold = null;
    zeros.clear();
  }

  private void endFamily() throws SQLException {
    endHold();
    for (var row : Union.of(family)) {
      taker.take(row);
    }
    family.clear();
  }

  private static Row.Hold hold(ResultSet row) throws SQLException {
    var reason = row.getString("reason");
    return new Row.Hold(
        new RunId(row.getObject("run_id", UUID.class)).toString(),
        id(row, "agent_id", AgentId::new),
        id(row, "workflow_id", WorkflowId::new),
        row.getString("connector"),
        new SystemId(row.getObject("system_id", UUID.class)).toString(),
        row.getInt("weight"),
        instant(row, "opened"),
        instant(row, "closed"),
        reason == null ? Row.Hold.HOUR : reason,
        row.getString("zero_rate"),
        row.getLong("fence"));
  }

  private static @Nullable String id(ResultSet row, String column, Function<UUID, Object> typed)
      throws SQLException {
    return Optional.ofNullable(row.getObject(column, UUID.class))
        .map(uuid -> typed.apply(uuid).toString())
        .orElse(null);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
