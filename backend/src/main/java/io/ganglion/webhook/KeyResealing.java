package io.ganglion.webhook;

import io.ganglion.crypto.Sealed;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Seals a tenant's webhook keys anew, page by page, while they are used and changed. */
@ApplicationScoped
public class KeyResealing {
  private static final Logger LOG = Logger.getLogger(KeyResealing.class);

  /** Keys in one transaction. */
  private static final int PAGE = 100;

  private static final Place FIRST = new Place(new UUID(0, 0), 0);
  private static final String OLD =
      """
      SELECT owner_id, generation, key_generation, sealed FROM webhook_secret
      WHERE key_generation < ? AND (owner_id, generation) > (?, ?) ORDER BY owner_id, generation LIMIT ?
      """;
  private static final String RESEAL =
      """
      UPDATE webhook_secret SET sealed = ?, key_generation = ?
      WHERE owner_id = ? AND generation = ? AND key_generation = ?
      """;

  private final TenantTx tx;
  private final Keyring keyring;

  KeyResealing(TenantTx tx, Keyring keyring) {
    this.tx = tx;
    this.keyring = keyring;
  }

  /**
   * What came of it.
   *
   * @param failed can't be opened and stay as they are
   */
  public record Resealed(long done, long failed) {}

  private record Place(UUID owner, int generation) {}

  private record Row(Place place, Sealed sealed) {}

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
      after = page.getLast().place();
    }
    return new Resealed(done, failed);
  }

  private Optional<Fresh> fresh(TenantId tenant, Row row) {
    try {
      var place = row.place();
      return Optional.of(
          new Fresh(row, keyring.reseal(tenant, place.owner(), place.generation(), row.sealed())));
    } catch (IllegalStateException e) {
      LOG.errorf("a webhook key of %s can't be sealed anew", tenant);
      return Optional.empty();
    }
  }

  private List<Row> page(TenantId tenant, int before, Place after) {
    return tx.call(
        tenant,
        c -> {
          try (var select = c.prepareStatement(OLD)) {
            select.setInt(1, before);
            select.setObject(2, after.owner());
            select.setInt(3, after.generation());
            select.setInt(4, PAGE);
            var page = new ArrayList<Row>();
            try (var rows = select.executeQuery()) {
              while (rows.next()) {
                page.add(
                    new Row(
                        new Place(rows.getObject(1, UUID.class), rows.getInt(2)),
                        new Sealed(rows.getInt(3), rows.getBytes(4))));
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
              update.setObject(3, one.row().place().owner());
              update.setInt(4, one.row().place().generation());
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
