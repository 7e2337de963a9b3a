package io.ganglion.db;

import io.ganglion.kernel.Problem;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** The tenant is on its way to another cell, or there already. */
public final class TenantAway extends Problem {
  private static final long serialVersionUID = 1;

  /** SQLSTATEs of {@code ganglion_enter}. */
  private static final String MOVING = "GM001";

  private static final String MOVED = "GM002";

  private TenantAway(int status, String code, String title, String detail) {
    super(status, code, title, detail);
  }

  /** Nothing changes in a tenant while it is made ready and copied. */
  public static TenantAway moving() {
    return new TenantAway(
        503,
        "tenant_moving",
        "The tenant is being moved",
        "It goes on in another cell within minutes, with all its runs. Send it again then, with the"
            + " same Idempotency-Key.");
  }

  /**
   * @param address of the other cell; empty where none was given
   */
  static TenantAway moved(String address) {
    return new TenantAway(
        421,
        "tenant_moved",
        "The tenant has moved",
        address.isEmpty()
            ? "It is in another cell, with the same keys; who runs the installation knows its address."
            : "It is in another cell, with the same keys: send it to %s".formatted(address));
  }

  @Override
  public Duration retryAfter() {
    return Duration.ofSeconds(10);
  }

  /** What a refusal to enter the tenant comes to. */
  static Optional<TenantAway> behind(SQLException refusal) {
    if (MOVED.equals(refusal.getSQLState())) {
      return Optional.of(moved(address(refusal)));
    }
    return MOVING.equals(refusal.getSQLState()) ? Optional.of(moving()) : Optional.empty();
  }

  private static String address(SQLException refusal) {
    return refusal instanceof org.postgresql.util.PSQLException told
            && told.getServerErrorMessage() != null
            && told.getServerErrorMessage().getMessage() != null
        ? told.getServerErrorMessage().getMessage()
        : "";
  }
}
