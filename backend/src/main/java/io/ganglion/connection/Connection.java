package io.ganglion.connection;

import io.ganglion.coordination.SystemRef;
import io.ganglion.kernel.ConnectionId;
import io.ganglion.kernel.SystemId;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * One stored credential, without the credential.
 *
 * @param name unique among the tenant's connections; what workflows and agents call it
 * @param baseUrl the tenant's own server; empty for the environment's address
 * @param system what is coordinated behind it; two connections for one account share it
 * @param principal the platform's own stable name of the account; {@code label} is for people
 * @param prices what acts through it cost, as the tenant says; empty: nothing is counted
 * @param version raised by each change
 * @param checkedAt when the platform was last asked whose credentials these are
 */
public record Connection(
    ConnectionId id,
    String name,
    String connector,
    String environment,
    Optional<URI> baseUrl,
    SystemId system,
    String principal,
    String label,
    Status status,
    Optional<Prices> prices,
    long version,
    Instant createdAt,
    Instant checkedAt) {

  /**
   * What is coordinated behind it.
   *
   * @param exclusive whether acts that are not pure need it alone
   */
  public SystemRef coordinated(boolean exclusive) {
    return new SystemRef(
        system, connector, environment, principal, connector + " " + label, exclusive);
  }

  /** Whether it can be used. */
  public enum Status {
    ACTIVE,
    /** Somebody has stopped it: nothing new is sent through it. */
    PAUSED,
    /**
     * The platform refused its credentials when they were last checked or refreshed: rotate them,
     * or authorize it again.
     */
    REAUTHORIZE
  }
}
