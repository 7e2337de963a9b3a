package io.ganglion.operator;

import io.ganglion.db.TenantTx;
import io.ganglion.kernel.Roles;
import io.ganglion.kernel.TenantId;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Which tenants may send more or fewer requests than others, in this process's memory: read anew
 * each half minute, so that no request asks for it. Until it was read, and while it can't be, what
 * was known holds.
 */
@ApplicationScoped
public class RequestLimits {
  private static final Logger LOG = Logger.getLogger(RequestLimits.class);
  private static final long PERIOD_SECONDS = 30;
  private static final String READ = "SELECT * FROM ganglion_request_limits()";

  private final TenantTx tx;
  private final boolean enabled;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private volatile Map<TenantId, Long> known = Map.of();

  RequestLimits(TenantTx tx, Roles roles) {
    this.tx = tx;
    this.enabled = roles.roles().contains(Roles.API);
  }

  /** Requests a minute of that tenant; empty: the default. */
  public OptionalLong of(TenantId tenant) {
    var limit = known.get(tenant);
    return limit == null ? OptionalLong.empty() : OptionalLong.of(limit);
  }

  void start(@Observes StartupEvent event) {
    if (enabled) {
      Thread.ofVirtual().name("request-limits").start(this::loop);
    }
  }

  void stop(@Observes ShutdownEvent event) {
    stopping.countDown();
  }

  /** Reads them now. */
  void refresh() {
    known = tx.call(TenantId.NOBODY, RequestLimits::read);
  }

  private void loop() {
    try {
      do {
        look();
      } while (!stopping.await(PERIOD_SECONDS, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    try {
      refresh();
    } catch (RuntimeException e) { // the next look may do better
      LOG.warnf("tenants' request limits can't be read now: %s", e.getMessage());
    }
  }

  private static Map<TenantId, Long> read(Connection c) throws SQLException {
    var limits = new HashMap<TenantId, Long>();
    try (var select = c.prepareStatement(READ);
        var row = select.executeQuery()) {
      while (row.next()) {
        limits.put(new TenantId(row.getObject(1, UUID.class)), row.getLong(2));
      }
    }
    return Map.copyOf(limits);
  }
}
