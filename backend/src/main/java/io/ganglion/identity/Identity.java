package io.ganglion.identity;

import io.ganglion.kernel.PersonId;
import io.ganglion.kernel.TenantId;
import java.util.Optional;
import java.util.Set;

/**
 * Who somebody proved to be.
 *
 * @param actor who, for records: an API key's or a person's identifier
 * @param scopes what they may do, e.g. {@code runs:write}; {@code *} is everything
 * @param role of a member; empty for an API key
 * @param closing the tenant is deleted, and read-only until it is erased
 * @param suspended the tenant does not pay, and starts nothing
 * @param lab an API key for the laboratory, which changes nothing outside of it
 * @param moving the tenant is on its way to another cell, and nothing of it changes here
 */
public record Identity(
    TenantId tenant,
    String actor,
    Set<String> scopes,
    Optional<Role> role,
    boolean closing,
    boolean suspended,
    boolean moving,
    boolean lab) {
  public Identity {
    scopes = Set.copyOf(scopes);
  }

  /** An API key, or the operator on a tenant's behalf. */
  public Identity(TenantId tenant, String actor, Set<String> scopes) {
    this(tenant, actor, scopes, Optional.empty(), false, false, false, false);
  }

  /** A member of a tenant. */
  public static Identity of(
      TenantId tenant,
      PersonId person,
      Role role,
      boolean closing,
      boolean suspended,
      boolean moving) {
    return new Identity(
        tenant,
        person.toString(),
        role.scopes(),
        Optional.of(role),
        closing,
        suspended,
        moving,
        false);
  }

  public boolean may(String scope) {
    return scopes.contains(Scopes.ALL) || scopes.contains(scope);
  }

  /**
   * Whether they may give a role, change it or take it away. A key gives what it has itself, and
   * ownership only if it may do everything.
   */
  public boolean mayGive(Role other) {
    return role.map(own -> own.mayGive(other))
        .orElseGet(
            () ->
                scopes.contains(Scopes.ALL)
                    || (other != Role.OWNER && scopes.containsAll(other.scopes())));
  }
}
