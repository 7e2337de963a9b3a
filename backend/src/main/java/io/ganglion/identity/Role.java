package io.ganglion.identity;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a member is in a tenant, and hence may do. */
public enum Role {
  /** Everything. A tenant has at least one. */
  OWNER(scope -> true),

  /** Everything but what is an owner's alone. */
  ADMIN(scope -> !Set.of(Scopes.ALL, Scopes.TENANT_DELETE, Scopes.SIGN_IN_WRITE).contains(scope)),

  /** Makes the agents work. */
  OPERATOR(
      scope ->
          reads(scope)
              || Set.of(
                      "connectors:write",
                      "connections:write",
                      "agents:write",
                      "workflows:write",
                      "runs:write",
                      "effects:write",
                      "approvals:write",
                      "events:write",
                      "webhooks:write",
                      "lab:write")
                  .contains(scope)),

  /** Sees, and decides what waits for a person. */
  APPROVER(scope -> reads(scope) || Set.of("approvals:write", "effects:write").contains(scope)),

  /** Sees. */
  VIEWER(Role::reads);

  private final Set<String> scopes;

  Role(Predicate<String> given) {
    this.scopes = Scopes.known().stream().filter(given).collect(Collectors.toUnmodifiableSet());
  }

  /** The written form, in lower case. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException if there is no such role
   */
  public static Role of(String text) {
    for (var role : values()) {
      if (role.text().equals(text)) {
        return role;
      }
    }
    throw new IllegalArgumentException("no such role: " + text);
  }

  public Set<String> scopes() {
    return scopes;
  }

  /** Whether a member of this role may give another one, change it or take it away. */
  public boolean mayGive(Role other) {
    return this == OWNER || (this == ADMIN && other != OWNER);
  }

  /** Who has which keys, who did what and what is owed is for those alone who could change it. */
  private static boolean reads(String scope) {
    return scope.endsWith(":read")
        && !Set.of("api-keys:read", "audit:read", "billing:read").contains(scope);
  }
}
