package io.ganglion.federation;

import io.ganglion.db.PersonTx;
import io.ganglion.db.TenantTx;
import io.ganglion.identity.Person;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Whom a way of signing in lets in. */
@ApplicationScoped
public class Admission {
  private static final String OWNER =
      """
      SELECT d.tenant_id, coalesce(p.enforced, false), p.changed_at IS NOT NULL AND p.used_at IS NULL
      FROM sign_in_domain d LEFT JOIN sign_in_provider p ON p.tenant_id = d.tenant_id
      WHERE d.domain = ? AND d.verified_at IS NOT NULL
      """;

  private final PersonTx own;
  private final TenantTx tx;

  Admission(PersonTx own, TenantTx tx) {
    this.own = own;
    this.tx = tx;
  }

  /**
   * By which tenant's provider somebody signed in.
   *
   * @param at when; empty where that is not known
   */
  public record Way(TenantId provider, Optional<Instant> at) {}

  /**
   * Whose an address is.
   *
   * @param untried nobody has signed in by the tenant's provider yet
   */
  record Owner(TenantId tenant, boolean enforced, boolean untried) {}

  /**
   * Lets them in by this way, or not.
   *
   * @param way empty: by none of the tenants' providers
   * @throws FederationProblem if their domain's tenant wants another way, or the way's tenant has
   *     no say about their domain
   */
  public void admit(Person person, Optional<Way> way) {
    var owner = owner(person);
    judge(person, way, owner);
    if (owner.filter(Owner::untried).isPresent()) {
      way.flatMap(Way::at).ifPresent(at -> used(owner.get().tenant(), at));
    }
  }

  /** The tenant whose provider is the only way in for them; empty: there is none. */
  public Optional<TenantId> organization(Person person) {
    return owner(person).filter(Owner::enforced).map(Owner::tenant);
  }

  /** Pure: who may come by which way. */
  static void judge(Person person, Optional<Way> way, Optional<Owner> owner) {
    boolean byOwner = way.map(Way::provider).equals(owner.map(Owner::tenant));
    if (owner.filter(Owner::enforced).isPresent() && !byOwner) {
      throw FederationProblem.elsewhere(person.domain().orElse(""));
    }
    if (way.isPresent() && !byOwner) { // of other tenants' people it could say anything
      throw FederationProblem.foreign(person.email().orElse("no address"));
    }
  }

  private Optional<Owner> owner(Person person) {
    return person
        .domain()
        .flatMap(name -> own.call(person.id(), Optional.empty(), c -> owner(c, name)));
  }

  private static Optional<Owner> owner(Connection connection, String domain) throws SQLException {
    try (var asked = connection.prepareStatement("SELECT ganglion_set('ganglion.domain', ?)");
        var select = connection.prepareStatement(OWNER)) {
      asked.setString(1, domain);
      asked.execute();
      select.setString(1, domain);
      try (var row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Owner(
                    new TenantId(row.getObject(1, UUID.class)),
                    row.getBoolean(2),
                    row.getBoolean(3)))
            : Optional.empty();
      }
    }
  }

  private void used(TenantId tenant, Instant at) {
    tx.call(tenant, connection -> ProviderStore.used(connection, tenant, at));
  }
}
