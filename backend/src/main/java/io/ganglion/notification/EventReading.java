package io.ganglion.notification;

import io.ganglion.approval.Approval;
import io.ganglion.approval.Approvals;
import io.ganglion.identity.Approvers;
import io.ganglion.kernel.ApprovalId;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads a tenant's events that are noted; inside its transaction. */
final class EventReading {
  /** Names are enough for people to know a run by. */
  private static final String EVENTS =
      """
      SELECT p.seq, o.run_id, CASE WHEN g.world IS NULL THEN o.type END AS type, o.data, o.at, w.namespace, w.name, w.version, g.name AS agent
      FROM (SELECT seq FROM notification_pending WHERE tenant_id = ? ORDER BY seq LIMIT ?) p
      LEFT JOIN outbox o ON o.tenant_id = ? AND o.seq = p.seq -- one that was swept is told to nobody, and its note goes, too
      LEFT JOIN run r ON r.tenant_id = o.tenant_id AND r.id = o.run_id
      LEFT JOIN workflow w ON w.tenant_id = r.tenant_id AND w.id = r.workflow_id
      LEFT JOIN agent g ON g.tenant_id = r.tenant_id AND g.id = r.agent_id
      ORDER BY p.seq -- a trial's runs are told to nobody: they have no type here
      """;

  private static final String APPROVAL = "approval.state";

  private final Approvals approvals;

  EventReading(Approvals approvals) {
    this.approvals = approvals;
  }

  /**
   * @param seqs of what was read, whether somebody is told of it or not
   */
  record Read(List<Long> seqs, List<Happening> happenings) {}

  /** The first events that are noted, by their numbers. */
  Read read(Connection connection, TenantId tenant, int most) throws SQLException {
    var seqs = new ArrayList<Long>();
    var events = new ArrayList<Happening.Told>();
    try (var select = connection.prepareStatement(EVENTS)) {
      select.setObject(1, tenant.uuid());
      select.setInt(2, most);
      select.setObject(3, tenant.uuid());
      try (var row = select.executeQuery()) {
        while (row.next()) {
          seqs.add(row.getLong("seq"));
          if (row.getString("type") != null) {
            events.add(event(row));
          }
        }
      }
    }
    var asked = asked(tenant, events);
    return new Read(
        seqs,
        events.stream()
            .map(event -> named(event, asked))
            .map(Happening::of)
            .flatMap(Optional::stream)
            .toList());
  }

  private static Happening.Told event(ResultSet row) throws SQLException {
    var workflow = row.getString("name");
    var agent = row.getString("agent");
    Optional<String> what =
        workflow != null
            ? Optional.of(
                "%s/%s %s"
                    .formatted(row.getString("namespace"), workflow, row.getString("version")))
            : Optional.ofNullable(agent).map(name -> "A session of " + name);
    return new Happening.Told(
        row.getString("type"),
        Json.read(row.getString("data")),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("run_id", UUID.class)).map(RunId::new),
        what,
        Optional.empty());
  }

  /** Who may decide those approvals that wait still. */
  private Map<String, Approvers> asked(TenantId tenant, List<Happening.Told> events) {
    var ids =
        events.stream()
            .filter(event -> event.type().equals(APPROVAL))
            .map(event -> ApprovalId.fromString(event.data().path("approval").asText()))
            .toList();
    return ids.isEmpty()
        ? Map.of()
        : approvals.pending(tenant, ids).stream()
            .map(Approval::asked)
            .collect(
                Collectors.toMap(
                    asked -> asked.id().toString(), Approval.Asked::approvers, (one, same) -> one));
  }

  private static Happening.Told named(Happening.Told event, Map<String, Approvers> asked) {
    if (!event.type().equals(APPROVAL)) {
      return event;
    }
    var approvers = Optional.ofNullable(asked.get(event.data().path("approval").asText()));
    return new Happening.Told(
        event.type(), event.data(), event.at(), event.run(), event.what(), approvers);
  }
}
