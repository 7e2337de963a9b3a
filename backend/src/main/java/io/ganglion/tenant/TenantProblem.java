package io.ganglion.tenant;

import io.ganglion.kernel.Problem;

/** What a tenant can't do. */
public final class TenantProblem extends Problem {
  private static final long serialVersionUID = 1;

  private TenantProblem(int status, String code, String title, String detail) {
    super(status, code, title, detail);
  }

  /** Nothing is begun in a tenant that is suspended. */
  public static TenantProblem suspended() {
    return new TenantProblem(
        402,
        "tenant_suspended",
        "The tenant is suspended",
        "An invoice is long overdue, or the operator stopped it: no run is started and those under"
            + " way wait. GET /api/v1/invoices has the invoice, and GET"
            + " /api/v1/audit?action=tenant.suspended the operator's reason.");
  }

  /** Nothing changes in a tenant that is about to go. */
  public static TenantProblem deleted() {
    return new TenantProblem(
        409,
        "tenant_deleted",
        "The tenant is deleted",
        "It can be read and exported until it is erased; POST /api/v1/tenant/restore brings it"
            + " back.");
  }
}
