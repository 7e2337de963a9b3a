package io.ganglion.run;

import io.ganglion.coordination.Depth;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.SystemId;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** How deep agents coordinated over time, from the holds that their runs opened. */
@ApplicationScoped
public class AgentDepths {
  /** The longest span that is looked at. */
  public static final Duration MOST = Duration.ofDays(31);

  /** The most parts of a span. */
  public static final int MOST_POINTS = 500;

  /** The most holds that are looked through. */
  private static final int MOST_HOLDS = 50_000;

  private static final String HOLDS =
      """
      SELECT h.run_id, h.system_id, h.connector, h.weight, h.opened_at, coalesce(h.closed_at, now()) AS until
      FROM hold h JOIN run r ON r.tenant_id = h.tenant_id AND r.id = coalesce(h.member_id, h.run_id)
      WHERE h.tenant_id = ? AND r.agent_id = ? AND h.opened_at < ? AND (h.closed_at IS NULL OR h.closed_at > ?)
      LIMIT ?
      """;

  private final TenantTx tx;

  AgentDepths(TenantTx tx) {
    this.tx = tx;
  }

  /** One part of the span. */
  public record Point(Instant from, Instant to, Depth depth) {}

  /**
   * A span in equal parts, to the millisecond.
   *
   * @param points how many, 1 to {@link #MOST_POINTS}
   */
  public record Span(Instant from, Instant to, int points) {
    public Span {
      if (!from.isBefore(to)) {
        throw new InvalidRequest("/to", "send a time after from");
      }
      if (Duration.between(from, to).compareTo(MOST) > 0) {
        throw new InvalidRequest("/to", "ask for at most %d days".formatted(MOST.toDays()));
      }
      if (points < 1 || points > MOST_POINTS) {
        throw new InvalidRequest("/points", "send 1 to %d".formatted(MOST_POINTS));
      }
    }

    private Instant edge(int part) {
      return from.plusMillis(Duration.between(from, to).toMillis() * part / points);
    }

    private List<Point> cut(List<Depth.Stretch> stretches) {
      var parts = new ArrayList<Point>(points);
      for (int part = 0; part < points; part++) {
        var start = edge(part);
        var end = edge(part + 1);
        var inside =
            stretches.stream()
                .filter(it -> it.opened().isBefore(end) && it.closed().isAfter(start))
                .map(it -> it.within(start, end))
                .toList();
        parts.add(new Point(start, end, Depth.of(inside)));
      }
      return parts;
    }
  }

  /**
   * Oldest first.
   *
   * @throws InvalidRequest where there were too many holds to look through
   */
  public List<Point> of(TenantId tenant, AgentId agent, Span span) {
    var stretches = stretches(tenant, agent, span);
    if (stretches.size() > MOST_HOLDS) {
      throw new InvalidRequest("/from", "there were too many holds; ask for a shorter span");
    }
    return span.cut(stretches);
  }

  private List<Depth.Stretch> stretches(TenantId tenant, AgentId agent, Span span) {
    return tx.call(
        tenant,
        connection -> {
          var found = new ArrayList<Depth.Stretch>();
          try (var select = connection.prepareStatement(HOLDS)) {
            select.setObject(1, tenant.uuid());
            select.setObject(2, agent.uuid());
            select.setObject(3, OffsetDateTime.ofInstant(span.to, ZoneOffset.UTC));
            select.setObject(4, OffsetDateTime.ofInstant(span.from, ZoneOffset.UTC));
            select.setInt(5, MOST_HOLDS + 1);
            try (var row = select.executeQuery()) {
              while (row.next()) {
                found.add(stretch(row));
              }
            }
          }
          return found;
        });
  }

  private static Depth.Stretch stretch(ResultSet row) throws SQLException {
    return new Depth.Stretch(
        new RunId(row.getObject("run_id", UUID.class)),
        new SystemId(row.getObject("system_id", UUID.class)),
        row.getString("connector"),
        row.getInt("weight"),
        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
        row.getObject("until", OffsetDateTime.class).toInstant());
  }
}
