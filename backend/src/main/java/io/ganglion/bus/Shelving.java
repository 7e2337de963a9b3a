package io.ganglion.bus;

import io.ganglion.db.Statement;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import java.util.List;

/** Stores events and makes due whoever listens for them: two statements, however many they are. */
final class Shelving {
  /**
   * A statement of its own: the next one begins once the lock is held, and so sees every listener
   * that was registered before.
   */
  private static final String HEAD =
      """
      INSERT INTO bus AS b (tenant_id, last_seq)
      SELECT tenant_id, sum(events) FROM unnest(?::uuid[], ?::bigint[]) AS t (tenant_id, events)
      GROUP BY tenant_id ORDER BY tenant_id
      ON CONFLICT (tenant_id) DO UPDATE SET last_seq = b.last_seq + excluded.last_seq
      """;

  /** A run that has ended meanwhile is not woken: the lock on its row shows its end. */
  private static final String STORE =
      """
      WITH come AS (
        SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::json[])
          WITH ORDINALITY AS c (tenant_id, run_id, id, type, source, event, i)),
      placed AS (
        SELECT c.*, b.last_seq - count(*) OVER (PARTITION BY c.tenant_id)
               + row_number() OVER (PARTITION BY c.tenant_id ORDER BY c.i) AS seq
        FROM come c JOIN bus b USING (tenant_id)),
      kept AS (
        INSERT INTO event (tenant_id, seq, event_key, run_id, type, source, event)
        SELECT tenant_id, seq, sha256(convert_to(source || E'\\n' || id, 'UTF8')), run_id, type, source, event
        FROM placed ON CONFLICT (tenant_id, event_key) DO NOTHING
        RETURNING tenant_id, seq, run_id, type, source),
      hearing AS (
        SELECT DISTINCT l.tenant_id, l.run_id FROM kept k
        JOIN listener l ON l.tenant_id = k.tenant_id AND l.type IN (k.type, '') AND l.source IN (k.source, '')
        WHERE k.run_id IS NULL OR k.run_id = l.run_id),
      alive AS (
        SELECT r.tenant_id, r.id FROM run r JOIN hearing h ON h.tenant_id = r.tenant_id AND h.run_id = r.id
        WHERE r.ended_at IS NULL ORDER BY r.id FOR SHARE OF r),
      woken AS (
        INSERT INTO run_queue AS q (tenant_id, run_id, due_at) SELECT tenant_id, id, now() FROM alive
        ON CONFLICT (tenant_id, run_id) DO UPDATE SET due_at = least(q.due_at, excluded.due_at)),
      scheduled AS (
        INSERT INTO schedule_due AS d (tenant_id, schedule_id, due_at)
        SELECT DISTINCT f.tenant_id, f.schedule_id, now() FROM kept k
        JOIN schedule_filter f ON f.tenant_id = k.tenant_id AND f.type IN (k.type, '') AND f.source IN (k.source, '')
        WHERE k.run_id IS NULL
        ON CONFLICT (tenant_id, schedule_id) DO UPDATE SET due_at = least(d.due_at, excluded.due_at))
      SELECT count(*) FROM kept
      """;

  private Shelving() {}

  /**
   * Takes the locks of the tenants' buses until the transaction ends, and the numbers of what is to
   * be stored.
   */
  static Statement advance(List<TenantId> tenants, long each) {
    return Statement.plain(
        HEAD,
        parameters ->
            parameters.over(tenants).with("uuid", TenantId::uuid).with("int8", tenant -> each));
  }

  /** After the locks are held; answers how many events were not stored before. */
  static Statement store(List<Publication> events) {
    return Statement.plain(
        STORE,
        parameters ->
            parameters
                .over(events)
                .with("uuid", event -> event.tenant().uuid())
                .with("uuid", event -> event.run() == null ? null : event.run().uuid())
                .with("text", event -> event.event().id())
                .with("text", event -> event.event().type())
                .with("text", event -> event.event().source())
                .with("text", event -> Json.write(event.event().envelope())));
  }
}
