package io.ganglion.crypto;

import io.ganglion.db.TenantTx;
import io.ganglion.kernel.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Seals a tenant's secrets of one table anew, page by page, while they are used and changed. */
public final class Resealing {
  private static final Logger LOG = Logger.getLogger(Resealing.class);

  /** Secrets in one transaction. */
  private static final int PAGE = 100;

  private static final Place FIRST = new Place(new UUID(0, 0), 0);

  private final TenantTx tx;
  private final Table table;
  private final Sealer sealer;

  public Resealing(TenantTx tx, Table table, Sealer sealer) {
    this.tx = tx;
    this.table = table;
    this.sealer = sealer;
  }

  /**
   * A table with a column {@code key_generation}.
   *
   * @param owner column of whose secret it is
   * @param version column that tells the owner's secrets apart, the one after a change from the one
   *     before
   * @param sealed column of the sealed bytes
   */
  public record Table(String name, String owner, String version, String sealed) {
    String old() {
      return """
          SELECT %1$s, %2$s, key_generation, %3$s FROM %4$s
          WHERE key_generation < ? AND (%1$s, %2$s) > (?, ?) ORDER BY %1$s, %2$s LIMIT ?
          """
          .formatted(owner, version, sealed, name);
    }

    /** A secret that was changed or sealed anew meanwhile is left alone. */
    String reseal() {
      return """
          UPDATE %4$s SET %3$s = ?, key_generation = ?
          WHERE %1$s = ? AND %2$s = ? AND key_generation = ?
          """
          .formatted(owner, version, sealed, name);
    }
  }

  /** Seals by the newest data key what is sealed by another. */
  @FunctionalInterface
  public interface Sealer {
    /**
     * @throws IllegalStateException if it can't be opened
     */
    Sealed reseal(TenantId tenant, UUID owner, long version, Sealed sealed);
  }

  /**
   * What came of it.
   *
   * @param failed can't be opened and stay as they are
   */
  public record Resealed(long done, long failed) {
    public Resealed plus(Resealed other) {
      return new Resealed(done + other.done, failed + other.failed);
    }
  }

  private record Place(UUID owner, long version) {}

  private record Row(Place place, Sealed sealed) {}

  private record Fresh(Row row, Sealed sealed) {}

  /**
   * Seals by the newest data key what is sealed by one before that generation.
   *
   * @throws VaultUnavailable if a master key can't be asked; what was sealed until then is
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
    var place = row.place();
    try {
      var sealed = sealer.reseal(tenant, place.owner(), place.version(), row.sealed());
      return Optional.of(new Fresh(row, sealed));
    } catch (IllegalStateException e) {
      LOG.errorf("%s %s of tenant %s can't be sealed anew", table.name(), place.owner(), tenant);
      return Optional.empty();
    }
  }

  private List<Row> page(TenantId tenant, int before, Place after) {
    return tx.call(
        tenant,
        c -> {
          try (var select = c.prepareStatement(table.old())) {
            select.setInt(1, before);
            select.setObject(2, after.owner());
            select.setLong(3, after.version());
            select.setInt(4, PAGE);
            var page = new ArrayList<Row>();
            try (var rows = select.executeQuery()) {
              while (rows.next()) {
                var place = new Place(rows.getObject(1, UUID.class), rows.getLong(2));
                page.add(new Row(place, new Sealed(rows.getInt(3), rows.getBytes(4))));
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
          try (var update = c.prepareStatement(table.reseal())) {
            for (var one : all) {
              update.setBytes(1, one.sealed().bytes());
              update.setInt(2, one.sealed().generation());
              update.setObject(3, one.row().place().owner());
              update.setLong(4, one.row().place().version());
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
