package io.ganglion.effect;

import io.ganglion.db.TenantTx;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Effects that are DISPATCHED: sent, or about to be, and not known to have ended. Oldest first, at
 * most {@link #MOST}.
 */
@ApplicationScoped
public class InFlight {
  /** More are not named. */
  public static final int MOST = 1_000;

  private static final String OF_TENANT =
      """
      SELECT id FROM effect WHERE tenant_id = ? AND state = 'DISPATCHED'
      ORDER BY id LIMIT ?
      """;
  private static final String OF_AGENT =
      """
      SELECT e.id FROM effect e JOIN run r ON r.tenant_id = e.tenant_id AND r.id = e.run_id
      WHERE e.tenant_id = ? AND e.state = 'DISPATCHED' AND r.agent_id = ?
      ORDER BY e.id LIMIT ?
      """;
  private static final String OF_RUN =
      """
      SELECT id FROM effect WHERE tenant_id = ? AND state = 'DISPATCHED' AND run_id = ?
      ORDER BY id LIMIT ?
      """;
  private static final String OF_CONNECTION =
      """
      SELECT id FROM effect WHERE tenant_id = ? AND state = 'DISPATCHED' AND connection = ?
      ORDER BY id LIMIT ?
      """;

  private final TenantTx tx;

  InFlight(TenantTx tx) {
    this.tx = tx;
  }

  /** Of all its runs. */
  public List<EffectId> ofTenant(TenantId tenant) {
    return read(tenant, OF_TENANT, List.of());
  }

  /** Of the agent's runs. */
  public List<EffectId> ofAgent(TenantId tenant, AgentId agent) {
    return read(tenant, OF_AGENT, List.of(agent.uuid()));
  }

  public List<EffectId> ofRun(TenantId tenant, RunId run) {
    return read(tenant, OF_RUN, List.of(run.uuid()));
  }

  /**
   * Through a connection.
   *
   * @param connection its name
   */
  public List<EffectId> ofConnection(TenantId tenant, String connection) {
    return read(tenant, OF_CONNECTION, List.of(connection));
  }

  private List<EffectId> read(TenantId tenant, String sql, List<?> narrow) {
    return tx.call(
        tenant,
        connection -> {
          try (var select = connection.prepareStatement(sql)) {
            int at = 1;
            select.setObject(at++, tenant.uuid());
            for (var value : narrow) {
              select.setObject(at++, value);
            }
            select.setInt(at, MOST);
            var found = new ArrayList<EffectId>();
            try (var row = select.executeQuery()) {
              while (row.next()) {
                found.add(new EffectId(row.getObject(1, UUID.class)));
              }
            }
            return found;
          }
        });
  }
}
