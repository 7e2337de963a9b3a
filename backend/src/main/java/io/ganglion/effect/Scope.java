package io.ganglion.effect;

import io.ganglion.coordination.RunHolds;
import io.ganglion.db.Commits;
import io.ganglion.db.GroupCommit;
import io.ganglion.db.Lease;
import io.ganglion.db.Write;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import java.util.List;

/**
 * The run in whose name effects happen.
 *
 * @param guards what refuses a dispatch of this run
 * @param others what other runs do on its systems
 */
public record Scope(
    TenantId tenant,
    RunId run,
    Ledger ledger,
    RunHolds holds,
    Lease lease,
    GroupCommit commits,
    Guards guards,
    OtherRuns others,
    CrashPoints crashPoints) {

  /** The same run for acts that take back: they go on where it was cancelled. */
  public Scope undoing() {
    var undoing = new Guards(guards.undoes(), guards.undoes());
    return new Scope(tenant, run, ledger, holds, lease, commits, undoing, others, crashPoints);
  }

  void pass(CrashPoints.Boundary boundary) {
    crashPoints.pass(run, boundary);
  }

  /** Commits a unit of this run and waits until it is durable. */
  void commit(List<Write> writes) {
    Commits.await(commits.submit(run.uuid(), writes));
  }
}
