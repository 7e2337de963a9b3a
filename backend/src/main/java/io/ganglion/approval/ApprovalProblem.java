package io.ganglion.approval;

import io.ganglion.identity.Approvers;
import io.ganglion.kernel.Problem;

/** What can't be decided as things stand. */
public final class ApprovalProblem extends Problem {
  private static final long serialVersionUID = 1;

  private ApprovalProblem(String code, String title, String detail) {
    this(409, code, title, detail);
  }

  private ApprovalProblem(int status, String code, String title, String detail) {
    super(status, code, title, detail);
  }

  static ApprovalProblem notApprover(Approvers approvers) {
    return new ApprovalProblem(
        403,
        "not_an_approver",
        "Others decide this",
        "It may be decided by these alone: %s. Ask one of them."
            .formatted(String.join(", ", approvers.names())));
  }

  static ApprovalProblem decided(ApprovalState state) {
    return new ApprovalProblem(
        "approval_decided",
        "The approval is decided",
        "It is %s, and a decision never changes. See the run for what came of it."
            .formatted(state));
  }

  static ApprovalProblem expired() {
    return new ApprovalProblem(
        "approval_expired",
        "The approval has expired",
        "Nobody decided in time, and the run goes on as its workflow says. Start a new run.");
  }

  static ApprovalProblem withdrawn() {
    return new ApprovalProblem(
        "approval_withdrawn",
        "The approval was withdrawn",
        "Its run has ended, was cancelled, or no longer asks. Start a new run.");
  }
}
