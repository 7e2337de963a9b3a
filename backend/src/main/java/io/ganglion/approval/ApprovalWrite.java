package io.ganglion.approval;

import io.ganglion.db.Write;
import io.ganglion.kernel.ApprovalId;
import io.ganglion.kernel.TenantId;

/** What a run's worker writes of its approvals. */
public sealed interface ApprovalWrite extends Write {
  /** Somebody is to decide. */
  record Ask(Approval.Asked asked) implements ApprovalWrite {
    @Override
    public TenantId tenant() {
      return asked.tenant();
    }
  }

  /** The run no longer asks; what is decided by then stays as it is. */
  record Withdraw(TenantId tenant, ApprovalId id) implements ApprovalWrite {}
}
