package io.ganglion.approval;

import io.ganglion.db.BatchWriter;
import io.ganglion.db.BatchWriter.Rank;
import io.ganglion.db.PlainWriter;
import io.ganglion.kernel.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The statements of a worker's writes: one a kind and batch. */
public final class ApprovalWriters {
  private ApprovalWriters() {}

  public static List<BatchWriter<?>> all() {
    return List.of(ask(), withdraw());
  }

  /** After the ledger, to which it refers. */
  private static BatchWriter<ApprovalWrite.Ask> ask() {
    return new PlainWriter<>(
        ApprovalWrite.Ask.class,
        Rank.JOURNAL,
        """
        INSERT INTO approval (tenant_id, id, run_id, position, ordinal, agent_id, effect_id, title, detail,
                              on_timeout, approvers, asked_at, expires_at)
        SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::int[], ?::uuid[], ?::uuid[], ?::text[], ?::json[],
                             ?::text[], ?::json[], ?::timestamptz[], ?::timestamptz[])
        """,
        Optional.empty(),
        (columns, worker) ->
            columns
                .with("uuid", row -> row.tenant().uuid())
                .with("uuid", row -> row.asked().id().uuid())
                .with("uuid", row -> row.asked().run().uuid())
                .with("text", row -> row.asked().position())
                .with("int4", row -> row.asked().ordinal())
                .with("uuid", ApprovalWriters::agent)
                .with("uuid", ApprovalWriters::effect)
                .with("text", row -> row.asked().title())
                .with("text", row -> Json.write(row.asked().detail()))
                .with("text", row -> row.asked().onTimeout().word())
                .with("text", row -> row.asked().approvers().stored())
                .with("text", row -> row.asked().askedAt())
                .with("text", row -> row.asked().expiresAt()));
  }

  private static @Nullable Object agent(ApprovalWrite.Ask row) {
    var agent = row.asked().agent();
    return agent == null ? null : agent.uuid();
  }

  private static @Nullable Object effect(ApprovalWrite.Ask row) {
    var effect = row.asked().effect();
    return effect == null ? null : effect.uuid();
  }

  private static BatchWriter<ApprovalWrite.Withdraw> withdraw() {
    return new PlainWriter<>(
        ApprovalWrite.Withdraw.class,
        Rank.STATE,
        """
        WITH gone AS (
          UPDATE approval a SET state = 'WITHDRAWN', decided_at = now()
          FROM unnest(?::uuid[], ?::uuid[], ?::text[]) AS w (tenant_id, id, name)
          WHERE a.tenant_id = w.tenant_id AND a.id = w.id AND a.state = 'PENDING'
          RETURNING a.tenant_id, a.run_id, w.name, a.state)
        INSERT INTO outbox (tenant_id, run_id, type, data)
        SELECT tenant_id, run_id, 'approval.state', json_build_object('approval', name, 'state', state) FROM gone
        """,
        Optional.of(Comparator.comparing(row -> row.id().uuid())),
        (columns, worker) ->
            columns
                .with("uuid", row -> row.tenant().uuid())
                .with("uuid", row -> row.id().uuid())
                .with("text", row -> row.id().toString()));
  }
}
