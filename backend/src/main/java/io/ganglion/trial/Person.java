package io.ganglion.trial;

import io.ganglion.approval.Approval;
import io.ganglion.approval.ApprovalFilter;
import io.ganglion.approval.ApprovalState;
import io.ganglion.approval.Approvals;
import io.ganglion.identity.Decider;
import io.ganglion.kernel.Page;
import io.ganglion.kernel.Problem;
import io.ganglion.trial.scenario.Scenario;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The person of a world, whose mind was made up with its seed. */
@ApplicationScoped
class Person {
  private static final Decider NAMED =
      new Decider("laboratory", Optional.empty(), Optional.empty());

  private final Approvals approvals;

  Person(Approvals approvals) {
    this.approvals = approvals;
  }

  /** Answers what waits for an answer. */
  void decide(Trial.Plan plan, Scenario scenario) {
    if (scenario.approval().isEmpty()) {
      return;
    }
    var verdict =
        scenario.drawn(plan.seed()).approves()
            ? Approvals.Verdict.APPROVE
            : Approvals.Verdict.REJECT;
    var asked =
        new ApprovalFilter(
            Optional.of(ApprovalState.PENDING), Optional.empty(), Optional.of(plan.agent()));
    approvals
        .list(plan.tenant(), asked, Page.MAX_LIMIT, Optional.empty())
        .data()
        .forEach(approval -> decide(plan, approval, verdict));
  }

  private void decide(Trial.Plan plan, Approval approval, Approvals.Verdict verdict) {
    try {
      approvals.decide(plan.tenant(), approval.id(), verdict, NAMED, null);
    } catch (Problem e) {
      // others are named to decide it, or it is over: the run says what comes of that
    }
  }
}
