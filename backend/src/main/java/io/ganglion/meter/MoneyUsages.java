package io.ganglion.meter;

import io.ganglion.db.TenantTx;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.Page;
import io.ganglion.kernel.SystemId;
import io.ganglion.kernel.TenantId;
import io.ganglion.kernel.Uuid7;
import io.ganglion.kernel.WorkflowId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What acts cost at their platforms, summed up by when they were intended: an effect's identifier
 * begins with that time (RFC 9562, version 7).
 */
@ApplicationScoped
public class MoneyUsages {
  /** What is not asked for is the same everywhere, so that it adds up. */
  private static final String SUMS =
      """
      SELECT start, agent_id, workflow_id, system_id, connector, currency, count(*) AS acts, sum(spent) AS spent,
             sum(reserved) AS reserved
      FROM (
        SELECT date_trunc(?, uuid_extract_timestamp(p.effect_id), 'UTC') AS start,
               CASE WHEN ? THEN coalesce(p.agent_id, ?) ELSE ?::uuid END AS agent_id,
               CASE WHEN ? THEN coalesce(r.workflow_id, ?) ELSE ?::uuid END AS workflow_id,
               CASE WHEN ? THEN coalesce(e.system_id, ?) ELSE ?::uuid END AS system_id,
               CASE WHEN ? THEN e.connector ELSE '' END AS connector, p.currency, p.spent,
               CASE WHEN p.settled THEN 0 ELSE p.reserved END AS reserved
        FROM spending p
        JOIN effect e ON e.tenant_id = p.tenant_id AND e.id = p.effect_id
        JOIN run r ON r.tenant_id = e.tenant_id AND r.id = e.run_id
        WHERE p.tenant_id = ? AND p.effect_id >= ? AND p.effect_id < ?) AS u
      WHERE (start, agent_id, workflow_id, system_id, connector, currency) > (?, ?::uuid, ?::uuid, ?::uuid, ?, ?)
      GROUP BY start, agent_id, workflow_id, system_id, connector, currency
      ORDER BY start, agent_id, workflow_id, system_id, connector, currency LIMIT ?
      """;

  private final TenantTx tx;

  MoneyUsages(TenantTx tx) {
    this.tx = tx;
  }

  /**
   * One sum, in millionths of a minor unit.
   *
   * @param of the time and what was asked for; it holds nothing
   * @param acts how many
   * @param spentMicros by acts whose fate is known
   * @param reservedMicros set aside for those under way or in doubt
   */
  public record Sum(
      Usages.Sum of, String currency, long acts, long spentMicros, long reservedMicros) {}

  /** In the order of time. */
  public Page<Sum> sums(
      TenantId tenant, Usages.Query query, int limit, Optional<MoneyPlace> after) {
    var found =
        tx.call(
            tenant,
            connection -> {
              try (var select = connection.prepareStatement(SUMS)) {
                bind(select, tenant, query, after.orElse(MoneyPlace.FIRST));
                select.setInt(21, limit + 1);
                var sums = new ArrayList<Sum>();
                try (var row = select.executeQuery()) {
                  while (row.next()) {
                    sums.add(sum(row));
                  }
                }
                return sums;
              }
            });
    return Page.of(
        found, limit, sum -> new MoneyPlace(UsagePlace.of(sum.of()), sum.currency()).text());
  }

  private static void bind(
      PreparedStatement select, TenantId tenant, Usages.Query query, MoneyPlace after)
      throws SQLException {
    int at = 1;
    select.setString(at++, query.step().text());
    for (var by : List.of(Usages.Group.AGENT, Usages.Group.WORKFLOW, Usages.Group.SYSTEM)) {
      select.setBoolean(at++, query.by().contains(by));
      select.setObject(at++, UsageStore.NIL);
      select.setObject(at++, UsageStore.NIL);
    }
    select.setBoolean(at++, query.by().contains(Usages.Group.CONNECTOR));
    select.setObject(at++, tenant.uuid());
    select.setObject(at++, Uuid7.first(query.from()));
    select.setObject(at++, Uuid7.first(query.to()));
    var place = after.place();
    select.setObject(at++, place.start().atOffset(ZoneOffset.UTC));
    select.setObject(at++, place.agent());
    select.setObject(at++, place.workflow());
    select.setObject(at++, place.system());
    select.setString(at++, place.connector());
    select.setString(at, after.currency());
  }

  private static Sum sum(ResultSet row) throws SQLException {
    var connector = row.getString("connector");
    var of =
        new Usages.Sum(
            row.getObject("start", OffsetDateTime.class).toInstant(),
            UsageStore.id(row, "agent_id").map(AgentId::new),
            UsageStore.id(row, "workflow_id").map(WorkflowId::new),
            UsageStore.id(row, "system_id").map(SystemId::new),
            connector.isEmpty() ? Optional.empty() : Optional.of(connector),
            0,
            0);
    return new Sum(
        of,
        row.getString("currency"),
        row.getLong("acts"),
        row.getLong("spent"),
        row.getLong("reserved"));
  }
}
