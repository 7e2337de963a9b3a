package io.ganglion.identity;

import io.ganglion.kernel.TenantId;
import java.util.Set;

/**
 * Who somebody proved to be.
 *
 * @param actor who, for records: an API key's identifier
 * @param scopes what they may do, e.g. {@code runs:write}; {@code *} is everything
 */
public record Identity(TenantId tenant, String actor, Set<String> scopes) {
  public Identity {
    scopes = Set.copyOf(scopes);
  }

  public boolean may(String scope) {
    return scopes.contains(Scopes.ALL) || scopes.contains(scope);
  }
}
