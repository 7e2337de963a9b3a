package io.ganglion.operator;

import io.ganglion.billing.Plan;
import io.ganglion.billing.Subscriptions;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.Page;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds tenants, by a function that answers what an operator may see of them. */
@ApplicationScoped
public class Directory {
  private static final String FIND =
      "SELECT * FROM ganglion_operator_tenants(?::uuid, ?, ?, ?::uuid, ?)";

  /** Stages of a move in which the tenant is the other cell's. */
  private static final Set<String> AWAY = Set.of("left", "gone");

  private final TenantTx tx;
  private final Subscriptions subscriptions;

  /**
   * Which are wanted.
   *
   * @param text a part of the name, in any case, or the identifier
   */
  public record Filter(Optional<String> text, Optional<TenantState> state) {}

  Directory(TenantTx tx, Subscriptions subscriptions) {
    this.tx = tx;
    this.subscriptions = subscriptions;
  }

  /** Newest first. */
  public Page<Listed> list(Filter filter, int limit, Optional<TenantId> before) {
    var one = filter.text().flatMap(TenantId::read);
    var name = one.isPresent() ? Optional.<String>empty() : filter.text();
    var found =
        tx.call(
            TenantId.NOBODY,
            c ->
                find(
                    c,
                    one.map(TenantId::uuid).orElse(null),
                    name.orElse(null),
                    filter.state().map(TenantState::toString).orElse(null),
                    before.map(TenantId::uuid).orElse(null),
                    limit + 1));
    return Page.of(found, limit, tenant -> tenant.id().toString());
  }

  /**
   * @throws NotFound if there is none
   */
  public Listed get(TenantId tenant) {
    return tx.call(TenantId.NOBODY, c -> find(c, tenant.uuid(), null, null, null, 1)).stream()
        .findFirst()
        .orElseThrow(() -> new NotFound("tenant"));
  }

  private List<Listed> find(
      Connection c,
      @Nullable UUID one,
      @Nullable String name,
      @Nullable String state,
      @Nullable UUID before,
      int most)
      throws SQLException {
    int free = subscriptions.freeK();
    var found = new ArrayList<Listed>();
    try (var select = c.prepareStatement(FIND)) {
      select.setObject(1, one);
      select.setString(2, name);
      select.setString(3, state);
      select.setObject(4, before);
      select.setInt(5, most);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          found.add(listed(row, free));
        }
      }
    }
    return found;
  }

  private static Listed listed(ResultSet row, int free) throws SQLException {
    int k = row.getInt("k");
    boolean never = row.wasNull();
    var plan = row.getString("plan");
    return new Listed(
        new TenantId(row.getObject("id", UUID.class)),
        row.getString("name"),
        row.getLong("version"),
        state(row),
        plan == null ? Plan.FREE : plan,
        never ? free : k,
        row.getInt("used"),
        row.getBoolean("unpaid"),
        Optional.ofNullable(row.getString("barred")),
        instant(row, "created_at").orElseThrow(),
        instant(row, "suspended_at"),
        instant(row, "purge_at"));
  }

  /** As the function compares it. */
  private static TenantState state(ResultSet row) throws SQLException {
    var stage = row.getString("move_stage");
    if (stage != null) {
      return AWAY.contains(stage) ? TenantState.MOVED : TenantState.MOVING;
    }
    if (instant(row, "deleted_at").isPresent()) {
      return TenantState.DELETED;
    }
    if (instant(row, "suspended_at").isPresent()) {
      return TenantState.SUSPENDED;
    }
    return instant(row, "paused_at").isPresent() ? TenantState.PAUSED : TenantState.ACTIVE;
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
