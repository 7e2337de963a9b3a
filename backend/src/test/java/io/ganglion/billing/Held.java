package io.ganglion.billing;

import io.ganglion.kernel.HoldId;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.SystemId;
import io.ganglion.kernel.TenantId;
import io.ganglion.meter.HourSealing;
import io.ganglion.testing.Stack;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Holds as they are on record, without anybody who held, and their sealing. */
public final class Held {
  private final TenantId tenant;
  private final List<UUID> systems = new ArrayList<>();

  public Held(TenantId tenant) {
    this.tenant = tenant;
  }

  /** So many systems at once, by one run. */
  public Held hold(int count, Instant from, Instant to) throws SQLException {
    try (var connection = Stack.asSuperuser()) {
      var run = RunId.next().uuid();
      for (int i = 0; i < count; i++) {
        insert(connection, run, system(connection, i), from, to);
      }
    }
    return this;
  }

  private UUID system(Connection connection, int i) throws SQLException {
    while (systems.size() <= i) {
      var id = UUID.randomUUID();
      try (var insert =
          connection.prepareStatement(
              """
              INSERT INTO system (tenant_id, id, connector, environment, principal, label, hold_mode)
              VALUES (?, ?, 'x', 'production', ?, ?, 'shared')
              """)) {
        insert.setObject(1, tenant.uuid());
        insert.setObject(2, id);
        insert.setString(3, new SystemId(id).toString());
        insert.setString(4, "x account " + systems.size());
        insert.executeUpdate();
      }
      systems.add(id);
    }
    return systems.get(i);
  }

  private void insert(Connection connection, UUID run, UUID system, Instant from, Instant to)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            """
            INSERT INTO hold (tenant_id, id, run_id, system_id, connector, weight, fence, opened_at, closed_at, close_reason)
            VALUES (?, ?, ?, ?, 'x', 1, 1, ?, ?, 'end')
            """)) {
      insert.setObject(1, tenant.uuid());
      insert.setObject(2, HoldId.next().uuid());
      insert.setObject(3, run);
      insert.setObject(4, system);
      insert.setTimestamp(5, Timestamp.from(from));
      insert.setTimestamp(6, Timestamp.from(to));
      insert.executeUpdate();
    }
  }

  /** All hours that a stretch touches. */
  public void seal(HourSealing sealing, Instant from, Instant to) {
    for (var hour = from.truncatedTo(ChronoUnit.HOURS);
        hour.isBefore(to);
        hour = hour.plus(Duration.ofHours(1))) {
      sealing.seal(tenant, hour, to);
    }
  }

  /** The last hour of a month, and with it the month where nothing else is held. */
  public void seal(HourSealing sealing, YearMonth month) {
    var end = BillingClock.end(month);
    seal(sealing, end.minus(Duration.ofHours(1)), end);
  }
}
