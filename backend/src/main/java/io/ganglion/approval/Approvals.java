package io.ganglion.approval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.ganglion.audit.Audit;
import io.ganglion.audit.Change;
import io.ganglion.db.TenantTx;
import io.ganglion.identity.Decider;
import io.ganglion.kernel.ApprovalId;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.Page;
import io.ganglion.kernel.TenantId;
import io.ganglion.run.Runs.RunDue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What callers do with approvals. Everything answered is committed. */
@ApplicationScoped
public class Approvals {
  private final TenantTx tx;
  private final Event<RunDue> due;
  private final Audit audit;

  Approvals(TenantTx tx, Event<RunDue> due, Audit audit) {
    this.tx = tx;
    this.due = due;
    this.audit = audit;
  }

  /** What a person says. */
  public enum Verdict {
    APPROVE(ApprovalState.APPROVED),
    REJECT(ApprovalState.REJECTED);

    private final ApprovalState state;

    Verdict(ApprovalState state) {
      this.state = state;
    }
  }

  public Approval get(TenantId tenant, ApprovalId id) {
    return tx.call(tenant, connection -> ApprovalStore.find(connection, tenant, id))
        .orElseThrow(() -> new NotFound("approval"));
  }

  /** Those of them that nobody has decided yet. */
  public List<Approval> pending(TenantId tenant, List<ApprovalId> ids) {
    return tx.call(tenant, connection -> ApprovalStore.pending(connection, tenant, ids));
  }

  /** Newest first. */
  public Page<Approval> list(
      TenantId tenant, ApprovalFilter filter, int limit, Optional<ApprovalId> before) {
    var place = before.map(ApprovalId::uuid).orElse(null);
    return tx.call(
        tenant, connection -> ApprovalStore.list(connection, tenant, filter, limit, place));
  }

  /**
   * Decides, and wakes the run in the same commit. The same verdict again changes nothing and is no
   * mistake: the first one's words stand.
   *
   * @throws ApprovalProblem when others are named to decide it, when it is decided otherwise, has
   *     expired or was withdrawn
   */
  public Approval decide(
      TenantId tenant, ApprovalId id, Verdict verdict, Decider by, @Nullable String comment) {
    var decided =
        tx.call(
            tenant,
            connection ->
                decide(connection, tenant, id, verdict, by, comment, NullNode.getInstance()));
    wake(decided);
    return decided;
  }

  /**
   * As above in a transaction under way, after which {@link #wake} is to be called.
   *
   * @param through by what way it is decided, for the audit log; JSON null: directly
   */
  public Approval decide(
      Connection connection,
      TenantId tenant,
      ApprovalId id,
      Verdict verdict,
      Decider by,
      @Nullable String comment,
      JsonNode through)
      throws SQLException {
    var standing = locked(connection, tenant, id);
    var approval = of(connection, tenant, id, by);
    if (approval.state() == verdict.state) {
      return approval;
    }
    check(approval.state(), standing);
    ApprovalStore.decide(connection, tenant, id, verdict.state, by.actor(), comment);
    var said = Json.object().put("state", verdict.state.name()).put("comment", comment);
    if (!through.isNull()) {
      said.set("through", through);
    }
    var asked = Json.object().put("state", approval.state().name());
    audit.note(connection, tenant, Change.of("approval.decided", id, asked, said));
    return ApprovalStore.find(connection, tenant, id).orElseThrow();
  }

  /** Its run is due: what was decided is committed. */
  public void wake(Approval decided) {
    due.fire(new RunDue(decided.asked().tenant(), decided.asked().run()));
  }

  /**
   * One that somebody could decide now, in a transaction under way.
   *
   * @throws ApprovalProblem as {@link #decide}
   */
  public Approval open(Connection connection, TenantId tenant, ApprovalId id, Decider by)
      throws SQLException {
    var standing = locked(connection, tenant, id);
    var approval = of(connection, tenant, id, by);
    check(approval.state(), standing);
    return approval;
  }

  private static ApprovalStore.Standing locked(
      Connection connection, TenantId tenant, ApprovalId id) throws SQLException {
    return ApprovalStore.lock(connection, tenant, id).orElseThrow(() -> new NotFound("approval"));
  }

  private static Approval of(Connection connection, TenantId tenant, ApprovalId id, Decider by)
      throws SQLException {
    var approval = ApprovalStore.find(connection, tenant, id).orElseThrow();
    if (!approval.asked().approvers().include(by)) {
      throw ApprovalProblem.notApprover(approval.asked().approvers());
    }
    return approval;
  }

  private static void check(ApprovalState state, ApprovalStore.Standing standing) {
    switch (state) {
      case PENDING -> {
        if (standing.gone()) {
          throw ApprovalProblem.withdrawn();
        }
        if (standing.late()) {
          throw ApprovalProblem.expired();
        }
      }
      case APPROVED, REJECTED -> throw ApprovalProblem.decided(state);
      case EXPIRED -> throw ApprovalProblem.expired();
      case WITHDRAWN -> throw ApprovalProblem.withdrawn();
    }
  }
}
