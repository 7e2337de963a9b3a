package io.ganglion.retention;

import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import io.ganglion.kernel.Uuid7;
import io.ganglion.testing.Stack;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** January 2020 as a part of the journal, and runs that began in it. */
final class OldMonth {
  static final String NAME = "2020_01";

  private static final Instant FIRST = Instant.parse("2020-01-01T00:00:00Z");
  private static final Instant NEXT = Instant.parse("2020-02-01T00:00:00Z");

  /** The first part, which has all that came before, begins after it from now on. */
  private static final String OPEN =
      """
      DO $$
      DECLARE
        whole text;
        part  journal_part;
      BEGIN
        SELECT * INTO part FROM journal_part WHERE name LIKE 'before%%';
        FOREACH whole IN ARRAY ARRAY['timer', 'state_read', 'consumption', 'step'] LOOP
          IF part.first_id IS NULL THEN
            EXECUTE format('ALTER TABLE %%I DETACH PARTITION %%I', whole, whole || '_' || part.name);
            EXECUTE format('ALTER TABLE %%I ATTACH PARTITION %%I FOR VALUES FROM (%%L) TO (%%L)', whole, whole || '_' || part.name, '%2$s', part.next_id);
          END IF;
          IF to_regclass(whole || '_%3$s') IS NULL THEN
            PERFORM ganglion_open_month(whole, whole || '_%3$s', '%1$s', '%2$s');
          END IF;
        END LOOP;
        UPDATE journal_part SET first_id = '%2$s' WHERE name = part.name;
        INSERT INTO journal_part (name, first_id, next_id, next_month) VALUES ('%3$s', '%1$s', '%2$s', '2020-02-01') ON CONFLICT DO NOTHING;
      END $$
      """
          .formatted(Uuid7.first(FIRST), Uuid7.first(NEXT), NAME);

  private OldMonth() {}

  /**
   * Opens the month, unless it is open. What other tests have left with identifiers so low goes.
   */
  static void open() throws SQLException {
    try (var superuser = Stack.asSuperuser()) {
      for (var table : List.of("step", "timer", "state_read", "consumption")) {
        execute(
            superuser, "DELETE FROM %s WHERE run_id < '%s'".formatted(table, Uuid7.first(NEXT)));
      }
    }
    try (var owner = Stack.as("ganglion_owner").getConnection()) {
      execute(owner, OPEN);
    }
  }

  /** As if nothing had been forgotten since the day before yesterday. */
  static void rest() throws SQLException {
    try (var owner = Stack.as("ganglion_owner").getConnection()) {
      execute(
          owner,
          "UPDATE journal_part SET forgotten_at = now() - interval '2 days' WHERE name = '%s'"
              .formatted(NAME));
    }
  }

  /** An identifier of that month. */
  static UUID id() {
    var begun = Uuid7.first(FIRST.plusSeconds(86_400));
    var now = Uuid7.next();
    return new UUID(
        begun.getMostSignificantBits() | 0x7000 | now.getMostSignificantBits() & 0xFFF,
        now.getLeastSignificantBits());
  }

  /**
   * A run with three steps and a timer.
   *
   * @param ended an SQL expression
   */
  static RunId run(Connection superuser, TenantId tenant, String ended) throws SQLException {
    var id = id();
    execute(
        superuser,
        """
        INSERT INTO run (tenant_id, id, root_id, state, input, created_at, ended_at)
        SELECT '%1$s', '%2$s', '%2$s', CASE WHEN e IS NULL THEN 'WAITING' ELSE 'SUCCEEDED' END, '{}', '%4$s', e
        FROM (SELECT (%3$s)::timestamptz) AS t (e)
        """
            .formatted(tenant.uuid(), id, ended, FIRST));
    for (int i = 0; i < 3; i++) {
      step(superuser, tenant, id, i);
    }
    execute(
        superuser,
        "INSERT INTO timer (tenant_id, run_id, position, due_at) VALUES ('%s', '%s', '/do/0', now())"
            .formatted(tenant.uuid(), id));
    return new RunId(id);
  }

  static void step(Connection connection, TenantId tenant, UUID run, int place)
      throws SQLException {
    execute(
        connection,
        """
        INSERT INTO step (tenant_id, run_id, position, seq, name, state, attempts, started_at, ended_at)
        VALUES ('%s', '%s', '/do/%d', %3$d, 'a', 'completed', 1, now(), now())
        """
            .formatted(tenant.uuid(), run, place));
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static List<String> texts(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      var texts = new ArrayList<String>();
      while (row.next()) {
        texts.add(row.getString(1));
      }
      return texts;
    }
  }
}
