package io.ganglion.crypto;

import io.ganglion.db.TenantTx;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Exchanges keys, one at a time. Each act may be repeated, and leaves what is sealed readable at
 * every instant.
 */
@ApplicationScoped
public class KeyExchange {
  private static final Logger LOG = Logger.getLogger(KeyExchange.class);
  private static final String PLACES =
      "SELECT tenant_id, generation, master FROM ganglion_data_keys(?, ?, ?)";
  private static final String NEWEST =
      """
      SELECT generation, created_at FROM tenant_data_key WHERE tenant_id = ?
      ORDER BY generation DESC LIMIT 1
      """;
  private static final String RETIRE =
      "DELETE FROM tenant_data_key WHERE tenant_id = ? AND generation < ?";

  private final TenantTx tx;
  private final DataKeys keys;
  private final Masters masters;

  KeyExchange(TenantTx tx, DataKeys keys, Masters masters) {
    this.tx = tx;
    this.keys = keys;
    this.masters = masters;
  }

  /** Where a data key is. */
  public record Place(TenantId tenant, int generation) {
    /** Before all others. */
    public static final Place START = new Place(TenantId.NOBODY, 0);
  }

  /**
   * A place and the master key that wraps there.
   *
   * @param wrapped whether by the master key in use
   */
  public record Found(Place place, boolean wrapped) {}

  /** What came of wrapping one key. */
  public enum Rewrapped {
    DONE,
    /** It is wrapped by the master key in use. */
    NOT_NEEDED,
    /** No master key opens it; it stays as it is. */
    FAILED
  }

  /** The name of the master key in use. */
  public String master() {
    return masters.current();
  }

  /** Data keys of all tenants, in order. */
  public List<Found> after(Place place, int most) {
    return tx.call(
        TenantId.NOBODY,
        c -> {
          try (var select = c.prepareStatement(PLACES)) {
            select.setObject(1, place.tenant().uuid());
            select.setInt(2, place.generation());
            select.setInt(3, most);
            var found = new ArrayList<Found>();
            try (var rows = select.executeQuery()) {
              while (rows.next()) {
                var tenant = new TenantId(rows.getObject(1, java.util.UUID.class));
                found.add(
                    new Found(
                        new Place(tenant, rows.getInt(2)),
                        rows.getString(3).equals(masters.current())));
              }
            }
            return found;
          }
        });
  }

  /**
   * Wraps a data key by the master key in use.
   *
   * @throws VaultUnavailable if a master key can't be asked
   */
  public Rewrapped rewrap(Place place) {
    try {
      return keys.rewrap(place.tenant(), place.generation())
          ? Rewrapped.DONE
          : Rewrapped.NOT_NEEDED;
    } catch (GeneralSecurityException e) {
      LOG.errorf(
          "data key %d of %s can't be wrapped anew: %s",
          place.generation(), place.tenant(), e.getMessage());
      return Rewrapped.FAILED;
    }
  }

  /**
   * Lets a new data key seal from now on, unless the tenant's newest is as young as that.
   *
   * @param since by the database's clock
   * @return whether one was made
   * @throws VaultUnavailable if a master key can't be asked
   */
  public boolean renew(TenantId tenant, Instant since) {
    var newest = newest(tenant);
    if (newest.generation() == 0 || !newest.made().isBefore(since)) {
      return false;
    }
    try {
      keys.after(tenant, newest.generation());
      return true;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("%s can't be given a new data key".formatted(tenant), e);
    }
  }

  /** The generation that seals; 0 where nothing was ever sealed. */
  public int generation(TenantId tenant) {
    return newest(tenant).generation();
  }

  /**
   * Deletes data keys before a generation; what they sealed opens nowhere any more.
   *
   * @return how many
   * @throws io.ganglion.db.DatabaseFailed if something stored is sealed by one of them
   */
  public int retire(TenantId tenant, int before) {
    return tx.call(
        tenant,
        c -> {
          try (var delete = c.prepareStatement(RETIRE)) {
            delete.setObject(1, tenant.uuid());
            delete.setInt(2, before);
            return delete.executeUpdate();
          }
        });
  }

  private Newest newest(TenantId tenant) {
    return tx.call(
        tenant,
        c -> {
          try (var select = c.prepareStatement(NEWEST)) {
            select.setObject(1, tenant.uuid());
            try (var row = select.executeQuery()) {
              return row.next()
                  ? new Newest(row.getInt(1), row.getObject(2, OffsetDateTime.class).toInstant())
                  : new Newest(0, Instant.EPOCH);
            }
          }
        });
  }

  private record Newest(int generation, Instant made) {}
}
