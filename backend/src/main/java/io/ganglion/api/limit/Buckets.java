package io.ganglion.api.limit;

import static io.lettuce.core.ClientOptions.DisconnectedBehavior.REJECT_COMMANDS;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.distributed.proxy.optimization.DelayParameters;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Token buckets that all processes share, and this process's own for when Redis is away. */
@ApplicationScoped
class Buckets {
  private static final Logger LOG = Logger.getLogger(Buckets.class);
  private static final Duration FORGET = Duration.ofMinutes(5);
  private static final long KNOWN = 100_000;
  private static final Duration TOPOLOGY = Duration.ofSeconds(30);
  private static final RedisCodec<String, byte[]> CODEC =
      RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

  /** What this process lets through before it tells the others: a hundredth, for half a second. */
  private static final int UNTOLD = 100;

  private static final Duration UNTOLD_FOR = Duration.ofMillis(500);

  private final String url;
  private final boolean cluster;
  private final LimitConfig config;
  private final Cache<String, Bucket> shared = cache();
  private final Cache<String, Bucket> own = cache();

  private @Nullable AbstractRedisClient client;
  private @Nullable ProxyManager<String> redis;
  private volatile Instant awayUntil = Instant.MIN;

  /**
   * @param url of the server, or of any node of a cluster
   * @param cluster whether keys are spread over nodes
   */
  Buckets(
      @ConfigProperty(name = "quarkus.redis.hosts") String url,
      @ConfigProperty(name = "ganglion.redis.cluster") boolean cluster,
      LimitConfig config) {
    this.url = url;
    this.cluster = cluster;
    this.config = config;
  }

  /** Takes one token of the bucket, if it has one. */
  ConsumptionProbe take(Quota quota, String whose) {
    var key = key(quota, whose);
    if (Instant.now().isAfter(awayUntil)) {
      try {
        return shared.get(key, missing -> sharedBucket(quota, key)).tryConsumeAndReturnRemaining(1);
      } catch (RuntimeException e) { // the library and the client have many
        awayUntil = Instant.now().plus(config.redisRest());
        shared.invalidateAll();
        LOG.warnf("rate limits are counted by this process alone for now: %s", e.getMessage());
      }
    }
    return own.get(
            key,
            missing -> {
              var builder = Bucket.builder();
              for (var limit : quota.stricter().getBandwidths()) {
                builder.addLimit(limit);
              }
              return builder.build();
            })
        .tryConsumeAndReturnRemaining(1);
  }

  /**
   * With its size, since a bucket that is there keeps the size it was made with. In braces whose it
   * is: the node of a cluster is found by that alone, so that all buckets of one tenant are on one.
   */
  static String key(Quota quota, String whose) {
    int end = whose.indexOf(':');
    var owner = end < 0 ? whose : whose.substring(0, end);
    return "limit:{%s}:%s:%d:%s".formatted(owner, quota.name(), quota.requests(), whose);
  }

  private Bucket sharedBucket(Quota quota, String key) {
    var parameters = new DelayParameters(Math.max(1, quota.requests() / UNTOLD), UNTOLD_FOR);
    return redis()
        .builder()
        .withOptimization(Optimizations.delaying(parameters))
        .build(key, quota::configuration);
  }

  /** Connected at the first request, not at the start. */
  private synchronized ProxyManager<String> redis() {
    if (redis == null) {
      redis =
          (cluster ? ofCluster() : ofServer())
              .requestTimeout(config.redisTimeout())
              .expirationAfterWrite(
                  ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(FORGET))
              .build();
    }
    return redis;
  }

  private Bucket4jLettuce.LettuceBasedProxyManagerBuilder<String> ofServer() {
    var known = client instanceof RedisClient there ? there : server();
    client = known;
    return Bucket4jLettuce.casBasedBuilder(known.connect(CODEC));
  }

  private RedisClient server() {
    var made = RedisClient.create(address());
    made.setOptions(ClientOptions.builder().disconnectedBehavior(REJECT_COMMANDS).build());
    return made;
  }

  private Bucket4jLettuce.LettuceBasedProxyManagerBuilder<String> ofCluster() {
    var known = client instanceof RedisClusterClient there ? there : nodes();
    client = known;
    return Bucket4jLettuce.casBasedBuilder(known.connect(CODEC));
  }

  /** It learns of nodes that come and go each half minute, and when one refuses a key. */
  private RedisClusterClient nodes() {
    var made = RedisClusterClient.create(address());
    var refresh =
        ClusterTopologyRefreshOptions.builder()
            .enablePeriodicRefresh(TOPOLOGY)
            .enableAllAdaptiveRefreshTriggers()
            .build();
    made.setOptions(
        ClusterClientOptions.builder()
            .disconnectedBehavior(REJECT_COMMANDS)
            .topologyRefreshOptions(refresh)
            .build());
    return made;
  }

  private RedisURI address() {
    var address = RedisURI.create(url);
    address.setTimeout(config.redisTimeout());
    return address;
  }

  @PreDestroy
  synchronized void close() {
    if (client != null) {
      client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
    }
  }

  private static Cache<String, Bucket> cache() {
    return Caffeine.newBuilder().maximumSize(KNOWN).expireAfterAccess(FORGET).build();
  }
}
