package io.ganglion.notification;

import io.ganglion.crypto.Sealed;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.PersonId;
import io.ganglion.kernel.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Rows of choices and channels; called inside a tenant's transaction. */
final class SettingStore {
  private static final String FIND =
      "SELECT choices, version FROM notification_setting WHERE tenant_id = ? AND person_id = ?";
  private static final String ENROL =
      "INSERT INTO notification_setting (tenant_id, person_id) VALUES (?, ?) ON CONFLICT DO NOTHING";
  private static final String WRITE =
      "UPDATE notification_setting SET choices = ?::json, version = version + 1 WHERE tenant_id = ? AND person_id = ?";
  private static final String TOUCH =
      "UPDATE notification_setting SET version = version + 1 WHERE tenant_id = ? AND person_id = ?";
  private static final String CHANNELS =
      """
      SELECT channel, host, signed, failures, failing_since, reason, changed_at FROM notification_channel
      WHERE tenant_id = ? AND person_id = ? ORDER BY channel
      """;
  private static final String TARGET =
      """
      SELECT secret_id, generation, key_generation, sealed FROM notification_channel
      WHERE tenant_id = ? AND person_id = ? AND channel = ? AND (disabled_at IS NULL OR ?)
      """;
  private static final String PUT =
      """
      INSERT INTO notification_channel (tenant_id, person_id, channel, host, signed, secret_id, generation, key_generation, sealed, changed_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (tenant_id, person_id, channel) DO UPDATE SET host = excluded.host, signed = excluded.signed,
        secret_id = excluded.secret_id, generation = excluded.generation, key_generation = excluded.key_generation,
        sealed = excluded.sealed, failures = 0, failing_since = NULL, disabled_at = NULL, reason = NULL,
        changed_at = excluded.changed_at
      """;
  private static final String DELETE =
      "DELETE FROM notification_channel WHERE tenant_id = ? AND person_id = ? AND channel = ?";

  /** Written only where there is something to forget: most sends find nothing. */
  private static final String WELL =
      """
      UPDATE notification_channel SET failures = 0, failing_since = NULL, disabled_at = NULL, reason = NULL
      WHERE tenant_id = ? AND person_id = ? AND channel = ? AND failures > 0
      """;

  private static final String FAILED =
      """
      UPDATE notification_channel SET failures = failures + 1, failing_since = coalesce(failing_since, ?)
      WHERE tenant_id = ? AND person_id = ? AND channel = ? RETURNING failing_since
      """;
  private static final String DISABLE =
      """
      UPDATE notification_channel SET disabled_at = ?, reason = ?
      WHERE tenant_id = ? AND person_id = ? AND channel = ? AND disabled_at IS NULL
      """;

  private SettingStore() {}

  static Setting find(Connection connection, TenantId tenant, PersonId person) throws SQLException {
    return read(connection, FIND, tenant, person);
  }

  /** With its row, which is made if there is none, locked to the end of the transaction. */
  static Setting lock(Connection connection, TenantId tenant, PersonId person) throws SQLException {
    run(connection, ENROL, tenant, person);
    return read(connection, FIND + " FOR UPDATE", tenant, person);
  }

  private static Setting read(Connection connection, String sql, TenantId tenant, PersonId person)
      throws SQLException {
    try (var select = connection.prepareStatement(sql)) {
      bind(select, 1, tenant, person);
      try (var row = select.executeQuery()) {
        boolean there = row.next();
        return new Setting(
            there ? Choices.read(row.getString(1)) : Choices.NONE,
            channels(connection, tenant, person),
            there ? row.getLong(2) : 0);
      }
    }
  }

  private static List<ChannelState> channels(
      Connection connection, TenantId tenant, PersonId person) throws SQLException {
    try (var select = connection.prepareStatement(CHANNELS)) {
      bind(select, 1, tenant, person);
      var found = new ArrayList<ChannelState>();
      try (var row = select.executeQuery()) {
        while (row.next()) {
          found.add(channel(row));
        }
      }
      return found;
    }
  }

  private static ChannelState channel(ResultSet row) throws SQLException {
    return new ChannelState(
        Channel.of(row.getString("channel")),
        row.getString("host"),
        row.getBoolean("signed"),
        row.getInt("failures"),
        Optional.ofNullable(row.getObject("failing_since", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        Optional.ofNullable(row.getString("reason"))
            .map(text -> ChannelState.Reason.valueOf(text.toUpperCase(Locale.ROOT))),
        row.getObject("changed_at", OffsetDateTime.class).toInstant());
  }

  static void write(Connection connection, TenantId tenant, PersonId person, Choices choices)
      throws SQLException {
    try (var write = connection.prepareStatement(WRITE)) {
      write.setString(1, Json.write(choices.json()));
      bind(write, 2, tenant, person);
      write.executeUpdate();
    }
  }

  /**
   * Where a channel's messages go; empty where it is not set up.
   *
   * @param disabled whether one that is disabled will do, too
   */
  static Optional<Targets.Stored> target(
      Connection connection, TenantId tenant, PersonId person, Channel channel, boolean disabled)
      throws SQLException {
    try (var select = connection.prepareStatement(TARGET)) {
      bind(select, 1, tenant, person);
      select.setString(3, channel.text());
      select.setBoolean(4, disabled);
      try (var row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Targets.Stored(
                    row.getObject(1, UUID.class),
                    row.getInt(2),
                    new Sealed(row.getInt(3), row.getBytes(4))))
            : Optional.empty();
      }
    }
  }

  static void put(
      Connection connection,
      TenantId tenant,
      PersonId person,
      Channel channel,
      Target target,
      Targets.Stored stored,
      Instant now)
      throws SQLException {
    try (var put = connection.prepareStatement(PUT)) {
      bind(put, 1, tenant, person);
      put.setString(3, channel.text());
      put.setString(4, target.url().getHost());
      put.setBoolean(5, target.secret().isPresent());
      put.setObject(6, stored.id());
      put.setInt(7, stored.generation());
      put.setInt(8, stored.sealed().generation());
      put.setBytes(9, stored.sealed().bytes());
      put.setObject(10, now.atOffset(ZoneOffset.UTC));
      put.executeUpdate();
    }
  }

  static void delete(Connection connection, TenantId tenant, PersonId person, Channel channel)
      throws SQLException {
    try (var delete = connection.prepareStatement(DELETE)) {
      bind(delete, 1, tenant, person);
      delete.setString(3, channel.text());
      delete.executeUpdate();
    }
  }

  /** A message was taken: whatever was wrong is over. */
  static void well(Connection connection, TenantId tenant, PersonId person, Channel channel)
      throws SQLException {
    try (var well = connection.prepareStatement(WELL)) {
      bind(well, 1, tenant, person);
      well.setString(3, channel.text());
      if (well.executeUpdate() > 0) {
        run(connection, TOUCH, tenant, person);
      }
    }
  }

  /**
   * A try failed.
   *
   * @return since when nothing else did; empty where there is no such channel any more
   */
  static Optional<Instant> failed(
      Connection connection, TenantId tenant, PersonId person, Channel channel, Instant now)
      throws SQLException {
    try (var failed = connection.prepareStatement(FAILED)) {
      failed.setObject(1, now.atOffset(ZoneOffset.UTC));
      bind(failed, 2, tenant, person);
      failed.setString(4, channel.text());
      try (var row = failed.executeQuery()) {
        return row.next()
            ? Optional.of(row.getObject(1, OffsetDateTime.class).toInstant())
            : Optional.empty();
      }
    }
  }

  /**
   * @return whether it was enabled
   */
  static boolean disable(
      Connection connection,
      TenantId tenant,
      PersonId person,
      Channel channel,
      ChannelState.Reason reason,
      Instant now)
      throws SQLException {
    try (var disable = connection.prepareStatement(DISABLE)) {
      disable.setObject(1, now.atOffset(ZoneOffset.UTC));
      disable.setString(2, reason.name().toLowerCase(Locale.ROOT));
      bind(disable, 3, tenant, person);
      disable.setString(5, channel.text());
      if (disable.executeUpdate() == 0) {
        return false;
      }
    }
    run(connection, TOUCH, tenant, person);
    return true;
  }

  private static void run(Connection connection, String sql, TenantId tenant, PersonId person)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      bind(statement, 1, tenant, person);
      statement.executeUpdate();
    }
  }

  private static void bind(PreparedStatement statement, int from, TenantId tenant, PersonId person)
      throws SQLException {
    statement.setObject(from, tenant.uuid());
    statement.setObject(from + 1, person.uuid());
  }
}
