package io.ganglion.api.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.ganglion.kernel.TenantId;
import io.ganglion.operator.RequestLimits;
import io.github.bucket4j.ConsumptionProbe;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Lets a request through while its caller, tenant and address have some left. */
@ApplicationScoped
public class Limits {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final long KNOWN = 100_000;

  private final Buckets buckets;
  private final RequestLimits own;
  private final Quota caller;
  private final Quota tenant;
  private final Quota address;
  private final Quota refused;
  private final Quota signUps;

  /** Addresses that sent too many bad credentials, and how long they rest. */
  private static final Logger LOG = Logger.getLogger(Limits.class);

  private static final int V4 = 4;
  private static final int NETWORK_BYTES = 8;

  private final Cache<String, Duration> barred =
      Caffeine.newBuilder()
          .maximumSize(KNOWN)
          .expireAfter(Expiry.<String, Duration>creating((who, wait) -> wait))
          .build();

  Limits(Buckets buckets, LimitConfig config, RequestLimits own) {
    this.buckets = buckets;
    this.own = own;
    this.caller = new Quota("caller", config.caller(), MINUTE);
    this.tenant = new Quota("tenant", config.tenant(), MINUTE);
    this.address = new Quota("address", config.address(), MINUTE);
    this.refused = new Quota("refused", config.refused(), MINUTE);
    this.signUps = new Quota("sign-up", config.signUps(), HOUR);
  }

  /**
   * Before anything is known of the caller but its address.
   *
   * @throws LimitProblem if there were too many requests, or too many refused ones, from there
   */
  public void arrive(RoutingContext request, @Nullable String from) {
    var where = where(from);
    var rest = barred.getIfPresent(where);
    if (rest != null) {
      throw new LimitProblem(refused, rest);
    }
    take(request, address, where, false);
  }

  /** Bad credentials came from there. */
  public void refuse(@Nullable String from) {
    var where = where(from);
    var probe = buckets.take(refused, where);
    if (!probe.isConsumed()) {
      barred.put(where, wait(probe));
      LOG.warnf("%s has sent too many bad credentials and rests", where);
    }
  }

  /**
   * Once the caller is known.
   *
   * @throws LimitProblem if they or their tenant have sent too many
   */
  public void enter(RoutingContext request, TenantId whose, String actor) {
    take(request, caller, whose + ":" + actor, true);
    take(request, quota(whose), whose.toString(), true);
  }

  /** The operator may have given it one of its own. */
  private Quota quota(TenantId whose) {
    var limit = own.of(whose);
    return limit.isEmpty() ? tenant : new Quota(tenant.name(), limit.getAsLong(), MINUTE);
  }

  /**
   * Somebody makes a tenant.
   *
   * @throws LimitProblem if too many were made from there
   */
  public void signUp(RoutingContext request) {
    var from = request.request().remoteAddress();
    take(request, signUps, where(from == null ? null : from.hostAddress()), true);
  }

  private void take(RoutingContext request, Quota quota, String whose, boolean told) {
    var probe = buckets.take(quota, whose);
    if (told || !probe.isConsumed()) {
      Told.in(request).add(new Told(quota, probe.getRemainingTokens(), reset(probe)));
    }
    if (!probe.isConsumed()) {
      throw new LimitProblem(quota, wait(probe));
    }
  }

  /** One network of IPv6 is one customer's: who has it has 2^64 addresses. */
  private static String where(@Nullable String from) {
    if (from == null) {
      return "unknown";
    }
    if (from.indexOf(':') < 0) {
      return from;
    }
    var bytes = InetAddress.ofLiteral(from).getAddress();
    return bytes.length == V4 ? from : HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES);
  }

  private static Duration wait(ConsumptionProbe probe) {
    return Duration.ofNanos(probe.getNanosToWaitForRefill());
  }

  private static long reset(ConsumptionProbe probe) {
    return Duration.ofNanos(probe.getNanosToWaitForReset()).plusMillis(999).toSeconds();
  }

  /**
   * What the caller is told of a quota.
   *
   * @param remaining requests left
   * @param reset seconds until all of it is there again
   */
  record Told(Quota quota, long remaining, long reset) {
    private static final String KEY = "ganglion.limits";

    /** Of a request, as far as it came. */
    static List<Told> in(RoutingContext request) {
      List<Told> all = request.get(KEY);
      if (all == null) {
        all = new ArrayList<>();
        request.put(KEY, all);
      }
      return all;
    }

    /** As `RateLimit` has it. */
    String limit() {
      return "\"%s\";r=%d;t=%d".formatted(quota.name(), remaining, reset);
    }
  }
}
