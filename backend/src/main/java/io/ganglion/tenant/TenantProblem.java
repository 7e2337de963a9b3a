package io.ganglion.tenant;

import io.ganglion.kernel.Problem;

/** What a tenant can't do. */
public final class TenantProblem extends Problem {
  private static final long serialVersionUID = 1;

  private TenantProblem(int status, String code, String title, String detail) {
    super(status, code, title, detail);
  }

  /** Nothing changes in a tenant that is about to go. */
  public static TenantProblem deleted() {
    return new TenantProblem(
        409,
        "tenant_deleted",
        "The tenant is deleted",
        "It can be read and exported until it is erased; POST /api/v1/tenant/restore brings it back.");
  }
}
