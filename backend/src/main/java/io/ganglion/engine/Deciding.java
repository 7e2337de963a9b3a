package io.ganglion.engine;

import io.ganglion.approval.Approval;
import io.ganglion.approval.RunApprovals;
import io.ganglion.db.CommitFailed;
import io.ganglion.db.EngineTx;
import io.ganglion.run.RunState;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Waits for what people decide: the run costs a row until then. */
final class Deciding {
  private static final String REASON = "approval";

  private final EngineTx tx;

  Deciding(EngineTx tx) {
    this.tx = tx;
  }

  /**
   * An approval as it is settled.
   *
   * @throws Unwind.Parked while nobody has decided and there is time
   */
  Approval settled(Visit visit, Approval approval) {
    var walk = visit.walk();
    var standing = approval;
    for (int looked = 0;
        standing.pending() && walk.lease().now().isBefore(standing.asked().expiresAt());
        looked++) {
      Waiter.rest(visit, looked, parked(visit, standing));
      Timeouts.beforeNew(visit);
      standing = again(walk, standing);
    }
    return standing.pending() ? expired(walk, standing) : standing;
  }

  /** As it stands by now. */
  Approval again(Walk walk, Approval approval) {
    try {
      var standing =
          tx.call(
              List.of(walk.run().tenant()), connection -> RunApprovals.read(connection, approval));
      walk.approvals().put(standing);
      return standing;
    } catch (SQLException e) {
      throw new CommitFailed.Lost(e); // the run is let go and walked again
    }
  }

  private Approval expired(Walk walk, Approval approval) {
    try {
      var expired =
          tx.call(
              List.of(walk.run().tenant()),
              connection -> RunApprovals.expire(connection, approval));
      walk.approvals().put(expired);
      return expired;
    } catch (SQLException e) {
      throw new CommitFailed.Lost(e); // the run is let go and walked again
    }
  }

  private static Unwind.Parked parked(Visit visit, Approval approval) {
    Instant expires = approval.asked().expiresAt();
    var until = visit.frame().deadline().map(Deadline::at).filter(expires::isAfter).orElse(expires);
    return new Unwind.Parked(
        RunState.WAITING,
        until,
        REASON,
        "waits for %s: %s".formatted(approval.id(), approval.asked().title()));
  }

  /** Takes back, durably, what a visit and the visits inside it still ask. */
  static void withdraw(Walk walk, String position) {
    var writes = walk.approvals().withdraw(position);
    if (!writes.isEmpty()) {
      walk.journal().append(writes);
    }
  }

  /** Why something was not granted, as its workflow sees it. */
  static WorkflowError refusal(Visit visit, Approval approval, String what) {
    var pointer = visit.task().pointer();
    return switch (approval.state()) {
      case EXPIRED ->
          WorkflowError.Kind.TIMEOUT.error(
              pointer,
              "%s: nobody decided %s by %s"
                  .formatted(what, approval.id(), approval.asked().expiresAt()));
      case PENDING, APPROVED, REJECTED, WITHDRAWN ->
          WorkflowError.Kind.AUTHORIZATION.error(
              pointer, "%s: %s".formatted(what, words(approval)));
    };
  }

  /** Who refused it and why. */
  static String words(Approval approval) {
    var decision = approval.decision();
    var by = decision == null || decision.by() == null ? "nobody" : decision.by();
    var comment = decision == null || decision.comment() == null ? "" : ": " + decision.comment();
    return "%s was %s by %s%s"
        .formatted(
            approval.id(), approval.state().name().toLowerCase(java.util.Locale.ROOT), by, comment);
  }
}
