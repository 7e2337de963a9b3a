package io.ganglion.connection;

import io.ganglion.background.Errand;
import io.ganglion.background.Errands;
import io.ganglion.connector.Catalogue;
import io.ganglion.connector.Connector;
import io.ganglion.connector.OAuth;
import io.ganglion.kernel.ConnectionId;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Keeps tokens alive that nobody uses, where a token that has ended can't be exchanged any more.
 * Elsewhere the next use is early enough.
 */
@ApplicationScoped
class Upkeep implements Errand {
  static final String NAME = "refresh-token";

  private final Catalogue catalogue;
  private final Errands errands;
  private final Renewals renewals;

  Upkeep(Catalogue catalogue, Errands errands, Renewals renewals) {
    this.catalogue = catalogue;
    this.errands = errands;
    this.renewals = renewals;
  }

  @Override
  public String name() {
    return NAME;
  }

  /** Call it in the transaction that stores a token. */
  void plan(TenantId tenant, Connection connection, long version, TokenLife life) {
    catalogue
        .shipped(connection.connector())
        .map(Connector::manifest)
        .flatMap(manifest -> manifest.oauth().map(OAuth::refresh))
        .filter(refresh -> refresh.by() == OAuth.By.ACCESS_TOKEN)
        .flatMap(refresh -> life.due(refresh.margin()))
        .ifPresent(
            due -> errands.ask(NAME, "%s/%s/%d".formatted(tenant, connection.id(), version), due));
  }

  /**
   * @throws IllegalStateException if it can't be had now; it is tried again
   */
  @Override
  public void run(String subject) {
    var parts = subject.split("/", 3);
    var connection = ConnectionId.fromString(parts[1]);
    var renewed =
        renewals.renew(TenantId.fromString(parts[0]), connection, Long.parseLong(parts[2]));
    if (renewed instanceof Renewed.Later later) {
      throw new IllegalStateException(
          "the token of connection %s: %s".formatted(connection, later.reason()));
    }
  }
}
