package io.ganglion.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.audit.Audit;
import io.ganglion.audit.Change;
import io.ganglion.background.Errands;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.Changed;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.TenantId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Creates tenants and changes them. */
@ApplicationScoped
public class Tenants {
  /** The errand that erases a tenant; its subject is {@code tenant/purge time}. */
  public static final String ERASURE = "tenant-erasure";

  /** The errand that mirrors a tenant where others look; its subject begins with the tenant. */
  public static final String MIRROR = "organization-mirror";

  /** Longest reason why a tenant is barred, in characters. */
  public static final int MAX_REASON = 500;

  private static final Duration GATHER = Duration.ofSeconds(2);

  private final TenantTx tx;
  private final Rows rows;
  private final Audit audit;
  private final Errands errands;
  private final TenantConfig config;

  @ApplicationScoped
  static class Rows implements PanacheRepositoryBase<TenantEntity, UUID> {}

  Tenants(TenantTx tx, Rows rows, Audit audit, Errands errands, TenantConfig config) {
    this.tx = tx;
    this.rows = rows;
    this.audit = audit;
    this.errands = errands;
    this.config = config;
  }

  /**
   * A new tenant under an identifier the caller chose; the same call again answers the same tenant.
   */
  public Tenant create(TenantId id, String name) {
    return tx.call(
        id,
        connection -> {
          var there = rows.findByIdOptional(id.uuid());
          if (there.isPresent()) {
            return there.get().toTenant();
          }
          var made = new TenantEntity(id, name, Instant.now().truncatedTo(ChronoUnit.MILLIS));
          rows.persistAndFlush(made);
          audit.note(connection, id, Change.made("tenant.created", id, facts(made)));
          mirror(id);
          return made.toTenant();
        });
  }

  public Optional<Tenant> find(TenantId id) {
    return tx.call(id, connection -> rows.findByIdOptional(id.uuid()).map(TenantEntity::toTenant));
  }

  /**
   * The tenant's name; its row is locked to the end of the transaction under way.
   *
   * @throws NotFound if there is none
   */
  public String lockedName(TenantId id) {
    return tx.call(id, connection -> locked(id).name);
  }

  /**
   * Renames a tenant.
   *
   * @param expected the version the caller has seen; empty to rename whatever is there
   * @throws Changed if it has another version by now
   */
  public Tenant rename(TenantId id, String name, OptionalLong expected) {
    return tx.call(
        id,
        connection -> {
          var row = locked(id);
          Changed.check(expected, row.version);
          var before = facts(row);
          row.name = name;
          rows.flush();
          audit.note(connection, id, Change.of("tenant.renamed", id, before, facts(row)));
          mirror(id);
          return row.toTenant();
        });
  }

  /**
   * Marks the tenant as deleted: it is read-only from now on, and erased after the grace period.
   * Deleting it again changes nothing.
   */
  public Tenant delete(TenantId id) {
    return tx.call(
        id,
        connection -> {
          var row = locked(id);
          if (row.deletedAt == null) {
            var before = facts(row);
            row.deletedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            row.purgeAt = row.deletedAt.plus(config.grace());
            rows.flush();
            errands.ask(ERASURE, "%s/%s".formatted(id, row.purgeAt), row.purgeAt);
            audit.note(connection, id, Change.of("tenant.deleted", id, before, facts(row)));
          }
          return row.toTenant();
        });
  }

  /** Takes the deletion back; of a tenant that is not deleted it changes nothing. */
  public Tenant restore(TenantId id) {
    return tx.call(
        id,
        connection -> {
          var row = locked(id);
          if (row.deletedAt != null) {
            var before = facts(row);
            row.deletedAt = null;
            row.purgeAt = null;
            rows.flush();
            audit.note(connection, id, Change.of("tenant.restored", id, before, facts(row)));
          }
          return row.toTenant();
        });
  }

  /**
   * Stops it, since it does not pay: from now on it starts no runs and dispatches nothing but
   * undoing. It can be read.
   *
   * @return whether it was not stopped before
   */
  public boolean suspend(TenantId id) {
    return suspension(id, row -> row.unpaid = true);
  }

  /**
   * It pays again; what the operator stopped stays so.
   *
   * @return whether it goes on
   */
  public boolean reinstate(TenantId id) {
    return suspension(id, row -> row.unpaid = false);
  }

  /**
   * As {@link #suspend}, since the operator says so, whatever it pays.
   *
   * @param reason for its members, at most {@value #MAX_REASON} characters
   * @return whether it was not stopped before
   */
  public boolean bar(TenantId id, String reason) {
    return suspension(id, row -> row.barred = reason);
  }

  /**
   * Takes what the operator said back; one that does not pay stays stopped.
   *
   * @return whether it goes on
   */
  public boolean unbar(TenantId id) {
    return suspension(id, row -> row.barred = null);
  }

  /**
   * @return whether it was stopped by this, or goes on
   */
  private boolean suspension(TenantId id, Consumer<TenantEntity> change) {
    return tx.call(
        id,
        connection -> {
          var row = locked(id);
          var before = facts(row);
          boolean was = row.suspendedAt != null;
          change.accept(row);
          boolean is = row.unpaid || row.barred != null;
          if (was != is) {
            row.suspendedAt = is ? Instant.now().truncatedTo(ChronoUnit.MILLIS) : null;
          }
          rows.flush();
          var after = facts(row);
          if (!after.equals(before)) {
            var action = row.suspendedAt == null ? "tenant.reinstated" : "tenant.suspended";
            audit.note(connection, id, Change.of(action, id, before, after));
          }
          return was != is;
        });
  }

  /** Nothing of it is dispatched from the commit of this on; again: changes nothing. */
  public Tenant pause(TenantId id) {
    return pausedSince(id, Instant.now().truncatedTo(ChronoUnit.MILLIS), "tenant.paused");
  }

  /** Takes a pause back; of a tenant that is not paused it changes nothing. */
  public Tenant resume(TenantId id) {
    return pausedSince(id, null, "tenant.resumed");
  }

  private Tenant pausedSince(TenantId id, @Nullable Instant since, String action) {
    return tx.call(
        id,
        connection -> {
          var row = locked(id);
          if ((row.pausedAt == null) != (since == null)) {
            var before = facts(row);
            row.pausedAt = since;
            rows.flush();
            audit.note(connection, id, Change.of(action, id, before, facts(row)));
          }
          return row.toTenant();
        });
  }

  /**
   * Something of it has changed that others mirror, in the transaction under way; changes of two
   * seconds are mirrored together, once they are over.
   */
  public void mirror(TenantId id) {
    var due =
        Instant.ofEpochSecond(
                Instant.now().getEpochSecond() / GATHER.toSeconds() * GATHER.toSeconds())
            .plus(GATHER.multipliedBy(2));
    errands.ask(MIRROR, "%s/%d".formatted(id, due.getEpochSecond()), due);
  }

  private TenantEntity locked(TenantId id) {
    return rows.findByIdOptional(id.uuid(), LockModeType.PESSIMISTIC_WRITE)
        .orElseThrow(() -> new NotFound("tenant"));
  }

  private static JsonNode facts(TenantEntity row) {
    var facts = Json.object().put("name", row.name);
    if (row.purgeAt != null) {
      facts.put("purge_at", row.purgeAt.toString());
    }
    if (row.suspendedAt != null) {
      facts.put("suspended_at", row.suspendedAt.toString());
    }
    if (row.unpaid) {
      facts.put("unpaid", true);
    }
    if (row.barred != null) {
      facts.put("barred", row.barred);
    }
    if (row.pausedAt != null) {
      facts.put("paused_at", row.pausedAt.toString());
    }
    return facts;
  }
}
