package io.ganglion.connection;

import io.ganglion.crypto.Sealed;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.ConnectionId;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Seals a tenant's credentials anew, page by page, while they are used and changed. */
@ApplicationScoped
public class Resealing {
  private static final Logger LOG = Logger.getLogger(Resealing.class);

  /** Credentials in one transaction. */
  private static final int PAGE = 100;

  private static final UUID FIRST = new UUID(0, 0);
  private static final String OLD =
      """
      SELECT id, key_generation, credentials, credentials_version FROM connection
      WHERE key_generation < ? AND id > ? ORDER BY id LIMIT ?
      """;

  /** The version stays: to whoever uses the connection nothing has changed. */
  private static final String RESEAL =
      """
      UPDATE connection SET credentials = ?, key_generation = ?
      WHERE id = ? AND credentials_version = ? AND key_generation = ?
      """;

  private final TenantTx tx;
  private final Secrets secrets;

  Resealing(TenantTx tx, Secrets secrets) {
    this.tx = tx;
    this.secrets = secrets;
  }

  /**
   * What came of it.
   *
   * @param failed can't be opened and stay as they are
   */
  public record Resealed(long done, long failed) {}

  private record Row(ConnectionId id, long credentialsVersion, Sealed sealed) {}

  private record Fresh(Row row, Sealed sealed) {}

  /**
   * Seals by the newest data key what is sealed by one before that generation.
   *
   * @throws io.ganglion.crypto.VaultUnavailable if a master key can't be asked; what was sealed
   *     until then is
   */
  public Resealed reseal(TenantId tenant, int before) {
    long done = 0;
    long failed = 0;
    var after = FIRST;
    for (var page = page(tenant, before, after);
        !page.isEmpty();
        page = page(tenant, before, after)) {
      var fresh = page.stream().flatMap(row -> fresh(tenant, row).stream()).toList();
      failed += page.size() - fresh.size();
      done += store(tenant, fresh);
      after = page.getLast().id().uuid();
    }
    return new Resealed(done, failed);
  }

  private Optional<Fresh> fresh(TenantId tenant, Row row) {
    try {
      return Optional.of(
          new Fresh(row, secrets.reseal(tenant, row.id(), row.credentialsVersion(), row.sealed())));
    } catch (IllegalStateException e) {
      LOG.errorf("the credentials of %s of %s can't be sealed anew", row.id(), tenant);
      return Optional.empty();
    }
  }

  private List<Row> page(TenantId tenant, int before, UUID after) {
    return tx.call(
        tenant,
        c -> {
          try (var select = c.prepareStatement(OLD)) {
            select.setInt(1, before);
            select.setObject(2, after);
            select.setInt(3, PAGE);
            var page = new ArrayList<Row>();
            try (var rows = select.executeQuery()) {
              while (rows.next()) {
                page.add(
                    new Row(
                        new ConnectionId(rows.getObject(1, UUID.class)),
                        rows.getLong(4),
                        new Sealed(rows.getInt(2), rows.getBytes(3))));
              }
            }
            return page;
          }
        });
  }

  private long store(TenantId tenant, List<Fresh> all) {
    return tx.<Long>call(
        tenant,
        c -> {
          try (var update = c.prepareStatement(RESEAL)) {
            for (var one : all) {
              update.setBytes(1, one.sealed().bytes());
              update.setInt(2, one.sealed().generation());
              update.setObject(3, one.row().id().uuid());
              update.setLong(4, one.row().credentialsVersion()); // unless rotated meanwhile
              update.setInt(5, one.row().sealed().generation());
              update.addBatch();
            }
            long done = 0;
            for (int count : update.executeBatch()) {
              done += count;
            }
            return done;
          }
        });
  }
}
