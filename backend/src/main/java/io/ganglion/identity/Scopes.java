package io.ganglion.identity;

import java.util.Set;

/** What callers may be allowed to do. */
public final class Scopes {
  /** Everything, and whatever is added later. */
  public static final String ALL = "*";

  /** To delete the tenant, take that back, or export all of it: an owner's. */
  public static final String TENANT_DELETE = "tenant:delete";

  /** To change by which identity provider the tenant's people sign in: an owner's. */
  public static final String SIGN_IN_WRITE = "sign-in:write";

  private static final Set<String> KNOWN =
      Set.of(
          ALL,
          "tenant:read",
          "tenant:write",
          TENANT_DELETE,
          SIGN_IN_WRITE,
          "members:read",
          "members:write",
          "api-keys:read",
          "api-keys:write",
          "connectors:read",
          "connectors:write",
          "connections:read",
          "connections:write",
          "agents:read",
          "agents:write",
          "workflows:read",
          "workflows:write",
          "runs:read",
          "runs:write",
          "effects:read",
          "effects:write",
          "approvals:read",
          "approvals:write",
          "events:read",
          "events:write",
          "webhooks:read",
          "webhooks:write",
          "usage:read",
          "billing:read",
          "billing:write",
          "audit:read",
          "lab:read",
          "lab:write");

  private Scopes() {}

  /** All that a key can be given. */
  public static Set<String> known() {
    return KNOWN;
  }
}
