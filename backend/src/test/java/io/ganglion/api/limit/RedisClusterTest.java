package io.ganglion.api.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.testing.Callers;
import io.ganglion.testing.Patience;
import io.ganglion.testing.RedisNodes;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.SlotHash;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The application on a Redis Cluster of three real nodes. */
@QuarkusTest
@TestProfile(RedisClusterTest.OnCluster.class)
@Tag("it")
class RedisClusterTest {
  private static final String NODES = "ganglion.test.redis-nodes";
  private static final String CHANNEL = "ganglion:run-due";
  private static final Quota QUOTA = new Quota("test", 100, Duration.ofHours(1));

  /** It knows one node alone. */
  public static final class OnCluster implements QuarkusTestProfile {
    @Override
    public java.util.Map<String, String> getConfigOverrides() {
      var nodes = RedisNodes.start();
      var urls = new ArrayList<String>();
      for (int node = 0; node < nodes.size(); node++) {
        urls.add(nodes.url(node));
      }
      System.setProperty(NODES, String.join(" ", urls)); // Quarkus loads this class twice
      return java.util.Map.of(
          "quarkus.redis.hosts", nodes.url(0), "ganglion.redis.cluster", "true");
    }
  }

  private static List<String> urls() {
    return List.of(System.getProperty(NODES).split(" "));
  }

  @Test
  void a_run_wakes_processes_that_listen_at_another_node() {
    var heard = new AtomicInteger();
    try (var client = RedisClient.create(RedisURI.create(urls().getLast()));
        var listening = client.connectPubSub()) {
      listening.addListener(
          new RedisPubSubAdapter<String, String>() {
            @Override
            public void message(String channel, String message) {
              heard.incrementAndGet();
            }
          });
      listening.sync().subscribe(CHANNEL);
      var owner = Callers.owner();
      owner
          .request()
          .body(
              """
              {"document":{"dsl":"1.0.3","namespace":"walk","name":"waits","version":"1.0.0"},
               "do":[{"a":{"wait":{"seconds":2}}}]}
              """)
          .post("/api/v1/workflows")
          .then()
          .statusCode(201);
      Patience.await()
          .until(
              () -> {
                var run =
                    owner.request().body("{\"workflow\":\"walk/waits\"}").post("/api/v1/runs");
                owner.request().post("/api/v1/runs/" + run.path("id") + "/cancel");
                return heard.get() > 0;
              });
    }
  }

  @Test
  void this_process_listens_for_hints() {
    try (var client = RedisClient.create(RedisURI.create(urls().getFirst()))) {
      Patience.await()
          .until(() -> client.connect().sync().pubsubNumsub(CHANNEL).get(CHANNEL), n -> n >= 1);
    }
  }

  @Test
  void processes_share_windows_that_are_spread_over_all_nodes() {
    var one = new Buckets(urls().getFirst(), true, BucketsTest.config());
    var other = new Buckets(urls().getLast(), true, BucketsTest.config());
    for (int tenant = 0; tenant < 12; tenant++) {
      var whose = "t" + tenant + UUID.randomUUID();
      int passed = 0;
      for (int i = 0; i < 100; i++) {
        passed += one.take(QUOTA, whose).isConsumed() ? 1 : 0;
        passed += other.take(QUOTA, whose).isConsumed() ? 1 : 0;
      }
      assertThat(passed).as(whose).isBetween(100, 104);
    }
    one.close();
    other.close();
    var nodes = new HashSet<String>();
    for (var url : urls()) {
      try (var client = RedisClient.create(RedisURI.create(url))) {
        if (client.connect().sync().keys("limit:*").stream()
            .anyMatch(key -> key.contains("test"))) {
          nodes.add(url);
        }
      }
    }
    assertThat(nodes).hasSizeGreaterThan(1);
  }

  @Test
  void all_windows_of_one_tenant_are_in_one_slot() {
    var slots = new HashMap<String, Integer>();
    for (var whose : List.of("ten_1", "ten_1:key_1", "ten_1:per_2")) {
      for (var quota : List.of("caller", "tenant")) {
        var key = Buckets.key(new Quota(quota, 100, Duration.ofMinutes(1)), whose);
        slots.put(key, SlotHash.getSlot(key));
      }
    }
    assertThat(slots).hasSize(6);
    assertThat(new HashSet<>(slots.values())).hasSize(1);
  }

  @Test
  void the_api_counts_by_the_cluster() {
    var owner = Callers.owner();
    owner.request().get("/api/v1/tenant").then().statusCode(200);
    var kept =
        urls().stream()
            .mapToInt(
                url -> {
                  try (var client = RedisClient.create(RedisURI.create(url))) {
                    return client.connect().sync().keys("limit:{" + owner.tenant() + "}*").size();
                  }
                })
            .sum();
    assertThat(kept).isPositive();
  }
}
