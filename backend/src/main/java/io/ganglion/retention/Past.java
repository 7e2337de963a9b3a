package io.ganglion.retention;

import io.ganglion.billing.Prices;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Runs that ended before their tenant's history begins. */
@ApplicationScoped
class Past {
  private static final Logger LOG = Logger.getLogger(Past.class);
  private static final String PLANS =
      "SELECT tenant_id, plan, prices, agreed_at FROM ganglion_plans(?, ?)";
  private static final String FORGET = "SELECT ganglion_forget(?, ?, ?)";
  private static final UUID FIRST = new UUID(0, 0);

  /** Who changed the plan may think better of it, or export what the new one doesn't keep. */
  private static final Duration GRACE = Duration.ofDays(14);

  private final TenantTx tx;
  private final Prices prices;
  private final RetentionConfig config;

  Past(TenantTx tx, Prices prices, RetentionConfig config) {
    this.tx = tx;
    this.prices = prices;
    this.config = config;
  }

  /** A tenant and what it agreed to, and when; null: it never chose. */
  private record Agreed(
      UUID tenant, @Nullable String plan, @Nullable String prices, @Nullable Timestamp at) {
    boolean since(Instant time) {
      return at != null && at.toInstant().isAfter(time);
    }
  }

  /**
   * Forgets all there are.
   *
   * @return how many
   */
  long forget(Instant now) {
    long all = 0;
    var after = Optional.of(FIRST);
    while (after.isPresent()) {
      var from = after.get();
      var page = tx.call(TenantId.NOBODY, connection -> page(connection, from));
      for (var one : page) {
        all += some(one, now);
      }
      after =
          page.size() < config.tenants() ? Optional.empty() : Optional.of(page.getLast().tenant);
    }
    return all;
  }

  /** What is wrong with one tenant's runs keeps no other's. */
  private long some(Agreed agreed, Instant now) {
    try {
      return forget(agreed, now);
    } catch (RuntimeException e) {
      LOG.warnf("runs of %s can't be forgotten now: %s", agreed.tenant, e.getMessage());
      return 0;
    }
  }

  private long forget(Agreed agreed, Instant now) {
    var history = prices.history(agreed.plan, agreed.prices, now);
    if (history.isEmpty() || agreed.since(now.minus(GRACE))) {
      return 0;
    }
    var before = now.minus(history.get());
    long all = 0;
    int gone;
    do { // a parent goes after its children
      gone =
          tx.call(
              TenantId.NOBODY,
              config.longest(),
              connection -> forget(connection, agreed.tenant, before));
      all += gone;
    } while (gone > 0);
    return all;
  }

  private List<Agreed> page(Connection connection, UUID after) throws SQLException {
    try (var select = connection.prepareStatement(PLANS)) {
      select.setObject(1, after);
      select.setInt(2, config.tenants());
      try (var row = select.executeQuery()) {
        var page = new ArrayList<Agreed>();
        while (row.next()) {
          page.add(
              new Agreed(
                  row.getObject(1, UUID.class),
                  row.getString(2),
                  row.getString(3),
                  row.getTimestamp(4)));
        }
        return page;
      }
    }
  }

  private int forget(Connection connection, UUID tenant, Instant before) throws SQLException {
    try (var call = connection.prepareStatement(FORGET)) {
      call.setObject(1, tenant);
      call.setTimestamp(2, Timestamp.from(before));
      call.setInt(3, config.runs());
      try (var row = call.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }
}
