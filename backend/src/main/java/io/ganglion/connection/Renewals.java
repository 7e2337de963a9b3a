package io.ganglion.connection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.ganglion.connection.Connection.Status;
import io.ganglion.kernel.ConnectionId;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Newer tokens, got once for all who want one: of those of a process one asks and the others wait
 * for it, and of processes the one whose turn it is ({@link Refreshes}). Nobody holds a connection
 * to the database while waiting, nor while the platform is asked.
 */
@ApplicationScoped
class Renewals {
  private static final Logger LOG = Logger.getLogger(Renewals.class);

  /** So long a caller waits at most; the refresh itself goes on. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  /**
   * So long a failure is an answer for all in this process, so that they don't ask the database.
   */
  private static final Duration QUIET = Duration.ofSeconds(1);

  private static final int MAX_QUIET = 10_000;

  private final ConnectionStore store;
  private final Refreshes refreshes;
  private final Refreshing refreshing;
  private final ConcurrentHashMap<Wish, CompletableFuture<Renewed>> underWay =
      new ConcurrentHashMap<>();
  private final Cache<Wish, Renewed> quiet =
      Caffeine.newBuilder().expireAfterWrite(QUIET).maximumSize(MAX_QUIET).build();

  Renewals(ConnectionStore store, Refreshes refreshes, Refreshing refreshing) {
    this.store = store;
    this.refreshes = refreshes;
    this.refreshing = refreshing;
  }

  /**
   * @param used the version of the credentials that are not good enough
   */
  private record Wish(TenantId tenant, ConnectionId connection, long used) {}

  /**
   * Gets other credentials than those used, unless there are already. Call it outside of
   * transactions.
   */
  Renewed renew(TenantId tenant, ConnectionId connection, long used) {
    var wish = new Wish(tenant, connection, used);
    var rests = quiet.getIfPresent(wish);
    if (rests != null) {
      return rests;
    }
    var fresh = new CompletableFuture<Renewed>();
    var there = underWay.putIfAbsent(wish, fresh);
    if (there == null) {
      // in a thread of its own: what the platform gave is kept even if the caller is gone
      Thread.ofVirtual().name("refresh").start(() -> lead(wish, fresh));
    }
    return await(there == null ? fresh : there);
  }

  private void lead(Wish wish, CompletableFuture<Renewed> result) {
    Renewed renewed = new Renewed.Later("refreshing its token failed");
    try {
      renewed = inTurn(wish);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.errorf(e, "refreshing the token of connection %s failed", wish.connection());
    } finally {
      if (renewed instanceof Renewed.Later) {
        quiet.put(wish, renewed);
      }
      underWay.remove(wish);
      result.complete(renewed);
    }
  }

  private Renewed inTurn(Wish wish) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      var stored = store.find(wish.tenant(), wish.connection());
      if (stored.isEmpty() || stored.get().credentialsVersion() != wish.used()) {
        return new Renewed.Done();
      }
      if (!stored.get().authorized()) {
        return new Renewed.Never();
      }
      if (stored.get().connection().status() == Status.REAUTHORIZE) {
        return new Renewed.Refused();
      }
      if (!refreshing.possible(wish.tenant(), stored.get())) {
        return new Renewed.Never();
      }
      switch (refreshes.take(wish.tenant(), wish.connection(), wish.used())) {
        case TAKEN -> {
          return refreshing.refresh(wish.tenant(), stored.get());
        }
        case RESTING -> {
          return new Renewed.Later("refreshing its token failed a moment ago");
        }
        case BUSY -> Thread.sleep(LOOK_AGAIN);
      }
    }
    return new Renewed.Later("another process is refreshing its token");
  }

  private static Renewed await(CompletableFuture<Renewed> result) {
    try {
      return result.get(PATIENCE.plusSeconds(1).toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Renewed.Later("interrupted while its token is refreshed");
    } catch (TimeoutException e) {
      return new Renewed.Later("its token is being refreshed");
    } catch (ExecutionException e) {
      throw new IllegalStateException(e); // it is always completed with a value
    }
  }
}
