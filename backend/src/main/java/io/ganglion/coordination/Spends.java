package io.ganglion.coordination;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.audit.Audit;
import io.ganglion.audit.Change;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.ConnectionId;
import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.Money;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What acts cost, and how much they may. Setting money aside is the commits' own. */
@ApplicationScoped
public class Spends {
  /** What a run waits for at a cap. */
  public static final String REASON = "spend";

  private static final String SUMS =
      """
      SELECT scope, subject, currency, coalesce(s.reserved, 0) AS reserved, coalesce(s.spent, 0) AS spent, c.micros
      FROM (SELECT * FROM spend WHERE tenant_id = ? AND month = ?) AS s
      FULL JOIN (SELECT * FROM spend_cap WHERE tenant_id = ?) AS c USING (tenant_id, scope, subject, currency)
      ORDER BY CASE scope WHEN 'tenant' THEN 0 WHEN 'agent' THEN 1 ELSE 2 END, subject, currency
      """;
  private static final String CAP =
      """
      INSERT INTO spend_cap (tenant_id, scope, subject, currency, micros) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (tenant_id, scope, subject, currency) DO UPDATE SET micros = excluded.micros
      """;
  private static final String UNCAP =
      "DELETE FROM spend_cap WHERE tenant_id = ? AND scope = ? AND subject = ? AND currency = ?";

  private static final String RESOLVE =
      """
      WITH ended AS (
        UPDATE spending SET settled = true, spent = CASE WHEN ? THEN reserved ELSE 0 END
        WHERE tenant_id = ? AND effect_id = ? AND NOT settled
        RETURNING tenant_id, agent_id, connection_id, currency, month, reserved, spent)
      UPDATE spend s SET reserved = s.reserved - e.reserved, spent = s.spent + e.spent, freed = s.freed OR e.reserved > e.spent
      FROM ended e
      WHERE s.tenant_id = e.tenant_id AND s.currency = e.currency AND s.month = e.month
        AND (s.scope, s.subject) IN (('tenant', e.tenant_id), ('agent', e.agent_id), ('connection', e.connection_id))
      """;

  private final TenantTx tx;
  private final Audit audit;

  Spends(TenantTx tx, Audit audit) {
    this.tx = tx;
    this.audit = audit;
  }

  /** Whose spending is summed up, or has a cap. */
  public sealed interface Subject {
    record Whole(TenantId tenant) implements Subject {}

    record OfAgent(AgentId agent) implements Subject {}

    record OfConnection(ConnectionId connection) implements Subject {}
  }

  /**
   * One sum of a month.
   *
   * @param spent in minor units, rounded up
   * @param reserved of acts that are under way or in doubt, in minor units, rounded up
   */
  public record Sum(
      Subject subject, String currency, long spent, long reserved, Optional<Money> cap) {}

  /** The tenant's first, then agents', then connections'; caps without any spending too. */
  public List<Sum> sums(TenantId tenant, YearMonth month) {
    return tx.call(
        tenant,
        connection -> {
          var sums = new ArrayList<Sum>();
          try (var select = connection.prepareStatement(SUMS)) {
            select.setObject(1, tenant.uuid());
            select.setObject(2, month.atDay(1));
            select.setObject(3, tenant.uuid());
            try (var row = select.executeQuery()) {
              while (row.next()) {
                sums.add(read(row));
              }
            }
          }
          return sums;
        });
  }

  /** Bounds what is spent and set aside in each calendar month (UTC), in its currency. */
  public void cap(TenantId tenant, Subject subject, Money most) {
    tx.run(
        tenant,
        connection -> {
          try (var insert = connection.prepareStatement(CAP)) {
            name(insert, tenant, subject, most.currency());
            insert.setLong(5, Math.multiplyExact(most.amountMinor(), Price.MICROS));
            insert.executeUpdate();
          }
          var after = Json.object().put("amount_minor", most.amountMinor());
          note(connection, tenant, subject, after.put("currency", most.currency()));
        });
  }

  /** Takes a cap away, if there is one. */
  public void uncap(TenantId tenant, Subject subject, String currency) {
    tx.run(
        tenant,
        connection -> {
          try (var delete = connection.prepareStatement(UNCAP)) {
            name(delete, tenant, subject, currency);
            if (delete.executeUpdate() > 0) {
              note(connection, tenant, subject, Json.object().put("currency", currency));
            }
          }
        });
  }

  /**
   * Somebody has said what became of an act in doubt: all that was set aside for it is taken to be
   * spent, or nothing. In the caller's transaction.
   */
  public static void resolve(
      Connection connection, TenantId tenant, EffectId effect, boolean landed) throws SQLException {
    try (var update = connection.prepareStatement(RESOLVE)) {
      update.setBoolean(1, landed);
      update.setObject(2, tenant.uuid());
      update.setObject(3, effect.uuid());
      update.executeUpdate();
    }
  }

  private void note(Connection connection, TenantId tenant, Subject subject, JsonNode after)
      throws SQLException {
    audit.note(connection, tenant, Change.of("spend.capped", id(subject), Json.object(), after));
  }

  private static void name(
      PreparedStatement statement, TenantId tenant, Subject subject, String currency)
      throws SQLException {
    statement.setObject(1, tenant.uuid());
    statement.setString(2, scope(subject));
    statement.setObject(3, uuid(subject));
    statement.setString(4, currency);
  }

  private static String scope(Subject subject) {
    return switch (subject) {
      case Subject.Whole whole -> "tenant";
      case Subject.OfAgent of -> "agent";
      case Subject.OfConnection of -> "connection";
    };
  }

  private static UUID uuid(Subject subject) {
    return switch (subject) {
      case Subject.Whole whole -> whole.tenant().uuid();
      case Subject.OfAgent of -> of.agent().uuid();
      case Subject.OfConnection of -> of.connection().uuid();
    };
  }

  private static Object id(Subject subject) {
    return switch (subject) {
      case Subject.Whole whole -> whole.tenant();
      case Subject.OfAgent of -> of.agent();
      case Subject.OfConnection of -> of.connection();
    };
  }

  private static Sum read(ResultSet row) throws SQLException {
    var subject = row.getObject("subject", UUID.class);
    var currency = row.getString("currency");
    long cap = row.getLong("micros");
    boolean capped = !row.wasNull();
    return new Sum(
        switch (row.getString("scope")) {
          case "agent" -> new Subject.OfAgent(new AgentId(subject));
          case "connection" -> new Subject.OfConnection(new ConnectionId(subject));
          default -> new Subject.Whole(new TenantId(subject));
        },
        currency,
        Math.ceilDiv(row.getLong("spent"), Price.MICROS),
        Math.ceilDiv(row.getLong("reserved"), Price.MICROS),
        capped ? Optional.of(new Money(cap / Price.MICROS, currency)) : Optional.empty());
  }
}
