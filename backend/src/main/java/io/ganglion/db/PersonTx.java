package io.ganglion.db;

import io.agroal.api.AgroalDataSource;
import io.ganglion.kernel.PersonId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A transaction of a person who acts for no tenant: it sees the person, the tenants they belong to
 * and what they are invited to, and nothing else. Without Hibernate, which knows tenants alone.
 */
@ApplicationScoped
public class PersonTx {
  private static final String SETTINGS =
      "SELECT ganglion_set('ganglion.person', ?), ganglion_set('ganglion.email', ?)";

  private final AgroalDataSource dataSource;
  private final Turnstile turns;

  PersonTx(AgroalDataSource dataSource, Turnstile turns) {
    this.dataSource = dataSource;
    this.turns = turns;
  }

  /**
   * Does the work in one transaction; anything it throws rolls back. Not inside of a tenant's.
   *
   * @param verifiedEmail the address that the person was seen to have; what is sent to it is theirs
   * @throws Overloaded when no connection is free for the configured time
   * @throws DatabaseFailed for what the database refuses
   * @throws Unavailable when the connection to it is lost
   */
  public <T extends @Nullable Object> T call(
      PersonId person, Optional<String> verifiedEmail, TenantTx.Work<T> work) {
    if (CurrentTenant.TENANT.isBound()) {
      throw new IllegalStateException("a transaction belongs to one tenant, or to one person");
    }
    turns.enter();
    try {
      return QuarkusTransaction.requiringNew().call(() -> in(person, verifiedEmail, work));
    } catch (RuntimeException e) {
      throw Unavailable.behind(e).<RuntimeException>map(lost -> lost).orElse(e);
    } finally {
      turns.leave();
    }
  }

  private <T extends @Nullable Object> T in(
      PersonId person, Optional<String> verifiedEmail, TenantTx.Work<T> work) {
    try (var connection = dataSource.getConnection()) {
      try (var settings = connection.prepareStatement(SETTINGS)) {
        settings.setString(1, person.uuid().toString());
        settings.setString(2, verifiedEmail.orElse(""));
        settings.execute();
      }
      return work.in(connection);
    } catch (SQLException e) {
      throw new DatabaseFailed(e);
    }
  }
}
