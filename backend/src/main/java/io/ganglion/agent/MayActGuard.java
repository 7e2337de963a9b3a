package io.ganglion.agent;

import io.ganglion.db.BatchWriter;
import io.ganglion.db.GuardWriter;
import io.ganglion.db.Refusal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Looks at the tenants and agents of a batch; without a lock: who pauses waits for the workers. */
public final class MayActGuard {
  private static final Map<String, Refusal> REFUSALS =
      Map.of(
          "tenant",
          refusal(MayAct.PAUSED, "the tenant is paused; once it is resumed this goes on"),
          "moving",
          refusal(MayAct.PAUSED, "the tenant is being moved to another cell; there this goes on"),
          "agent",
          refusal(MayAct.PAUSED, "the agent is paused; once it is resumed this goes on"),
          "suspended",
          refusal(
              MayAct.SUSPENDED,
              "the tenant is suspended: an invoice is overdue; once it is paid this goes on"));

  private MayActGuard() {}

  public static BatchWriter<MayAct> writer() {
    return new GuardWriter<>(
        MayAct.class,
        """
        SELECT want.i, CASE WHEN want.tenant_id = ANY (stopped.tenants) THEN 'tenant'
                            WHEN want.tenant_id = ANY (stopped.moving) THEN 'moving'
                            WHEN want.agent_id = ANY (stopped.agents) THEN 'agent' ELSE 'suspended' END
        FROM (SELECT -- row security shows the batch's tenants alone: each is looked at once, however many rows it has
                     ARRAY(SELECT id FROM tenant WHERE paused_at IS NOT NULL) AS tenants,
                     ARRAY(SELECT tenant_id FROM tenant_move) AS moving,
                     ARRAY(SELECT id FROM tenant WHERE suspended_at IS NOT NULL) AS suspended,
                     ARRAY(SELECT id FROM agent WHERE paused_at IS NOT NULL) AS agents) AS stopped
        CROSS JOIN unnest(?::uuid[], ?::uuid[], ?::bool[]) WITH ORDINALITY AS want (tenant_id, agent_id, undoes, i)
        WHERE want.tenant_id = ANY (stopped.tenants) OR want.tenant_id = ANY (stopped.moving) OR want.agent_id = ANY (stopped.agents)
           OR (NOT want.undoes AND want.tenant_id = ANY (stopped.suspended))
        """,
        (columns, worker) ->
            columns
                .with("uuid", row -> row.tenant().uuid())
                .with("uuid", row -> row.agent() == null ? null : row.agent().uuid())
                .with("bool", MayAct::undoes),
        row -> Objects.requireNonNull(REFUSALS.get(row.getString(2))));
  }

  private static Refusal refusal(String reason, String detail) {
    return new Refusal(reason, detail, Optional.empty());
  }
}
