package io.ganglion.meter;

import io.ganglion.db.TenantTx;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.Page;
import io.ganglion.kernel.SystemId;
import io.ganglion.kernel.TenantId;
import io.ganglion.kernel.WorkflowId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What tenants held, summed up. Hours are there once they are sealed. */
@ApplicationScoped
public class Usages {
  private final TenantTx tx;

  Usages(TenantTx tx) {
    this.tx = tx;
  }

  /** How time is divided; in UTC. */
  public enum Step {
    HOUR(Duration.ofDays(31)),
    DAY(Duration.ofDays(400)),
    MONTH(Duration.ofDays(3_700));

    private final Duration most;

    Step(Duration most) {
      this.most = most;
    }

    /** The written form, in lower case. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What sums are told apart by, besides time. */
  public enum Group {
    AGENT,
    WORKFLOW,
    SYSTEM,
    CONNECTOR
  }

  /**
   * What is asked for: hours that begin in a span.
   *
   * @param to left out; after {@code from}, and no further than the step allows
   */
  public record Query(Instant from, Instant to, Step step, Set<Group> by) {
    public Query {
      if (!from.isBefore(to)) {
        throw new InvalidRequest("/to", "send a time after from");
      }
      if (Duration.between(from, to).compareTo(step.most) > 0) {
        throw new InvalidRequest(
            "/to", "ask for at most %d days by the %s".formatted(step.most.toDays(), step.text()));
      }
      by = Set.copyOf(by);
    }
  }

  /**
   * One sum.
   *
   * @param start of the hour, day or month
   * @param agent empty if it was not asked for, or for runs without one
   * @param workflow empty if it was not asked for, or for sessions
   * @param system empty if it was not asked for
   * @param connector empty if it was not asked for
   * @param recordedMs depth-milliseconds
   * @param billableMs of these, what nothing zero-rates
   */
  public record Sum(
      Instant start,
      Optional<AgentId> agent,
      Optional<WorkflowId> workflow,
      Optional<SystemId> system,
      Optional<String> connector,
      long recordedMs,
      long billableMs) {}

  /**
   * In the order of time.
   *
   * @param after where the page before ended
   */
  public Page<Sum> sums(TenantId tenant, Query query, int limit, Optional<UsagePlace> after) {
    var found =
        tx.call(tenant, connection -> UsageStore.sums(connection, tenant, query, after, limit + 1));
    return Page.of(found, limit, sum -> UsagePlace.of(sum).text());
  }
}
