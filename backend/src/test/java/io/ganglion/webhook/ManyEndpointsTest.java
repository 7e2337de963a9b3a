package io.ganglion.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.kernel.Json;
import io.ganglion.testing.Callers;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Stack;
import io.ganglion.testing.Told;
import io.ganglion.testing.WebhookReceiver;
import io.ganglion.testing.WebhookReceiver.Reply;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** 200 endpoints of one tenant, a tenth of them dead: half of these hang, half refuse. */
@QuarkusTest
@Tag("it")
class ManyEndpointsTest {
  private static final int HEALTHY = 180;
  private static final int DEAD = 20;
  private static final int EVENTS = 5;

  /** Dead ones are given up after 15 s: who waited for one would be later by that at least. */
  private static final Duration LATER = Duration.ofSeconds(10);

  private static final Duration GIVEN_UP = Duration.ofSeconds(15);

  private final Map<String, Instant> told = new ConcurrentHashMap<>();
  private WebhookReceiver receiver;
  private Callers.Owner owner;

  @BeforeEach
  void open() throws Exception {
    receiver = new WebhookReceiver();
    owner = Callers.owner();
  }

  @AfterEach
  void close() {
    receiver.close();
  }

  private void endpoint(String url) {
    owner
        .request()
        .body("{\"url\":\"%s\",\"types\":[\"invoice.paid\"]}".formatted(url))
        .post("/api/v1/endpoints")
        .then()
        .statusCode(201);
  }

  /** Tells some events; how long the healthy endpoints waited for them, the shortest first. */
  private List<Duration> round(int from) {
    for (int n = from; n < from + EVENTS; n++) {
      told.put(String.valueOf(n), Instant.now());
      Told.happened(owner.tenant(), "invoice.paid", "{\"number\":\"%d\"}".formatted(n));
    }
    var waits = new ArrayList<Duration>();
    Patience.await("the healthy have theirs")
        .atMost(Duration.ofMinutes(4))
        .pollInterval(Duration.ofMillis(200))
        .until(
            () -> {
              waits.clear();
              for (var one : receiver.all()) {
                var number = Json.read(one.body()).at("/data/number").asText();
                if (one.path().startsWith("/healthy/") && Integer.parseInt(number) >= from) {
                  waits.add(Duration.between(told.get(number), one.at()));
                }
              }
              return waits.size() == HEALTHY * EVENTS;
            });
    waits.sort(Duration::compareTo);
    return waits;
  }

  private static Duration p99(List<Duration> waits) {
    return waits.get(waits.size() * 99 / 100);
  }

  @Test
  void a_healthy_endpoint_is_not_slowed_by_dead_ones() {
    for (int i = 0; i < HEALTHY; i++) {
      endpoint(receiver.url("/healthy/" + i));
    }
    var alone = round(0);
    int refusing = Stack.freePort();
    for (int i = 0; i < DEAD; i++) {
      if (i % 2 == 0) {
        endpoint("http://127.0.0.1:%d/dead/%d".formatted(refusing, i));
      } else {
        receiver.replies("/hang/" + i, one -> new Reply(204, Map.of(), "", 120_000));
        endpoint(receiver.url("/hang/" + i));
      }
    }
    var began = Instant.now();
    var beside = round(EVENTS);
    System.out.printf(
        "webhooks, %d messages each: p50 %d ms, p99 %d ms; beside %d dead endpoints p50 %d ms, p99"
            + " %d ms%n",
        HEALTHY * EVENTS,
        alone.get(alone.size() / 2).toMillis(),
        p99(alone).toMillis(),
        DEAD,
        beside.get(beside.size() / 2).toMillis(),
        p99(beside).toMillis());
    assertThat(p99(beside)).isLessThan(p99(alone).multipliedBy(2).plus(LATER));
    // one try at a time is made at those that hang
    long rounds = 1 + Duration.between(began, Instant.now()).dividedBy(GIVEN_UP);
    assertThat(receiver.all().stream().filter(one -> one.path().startsWith("/hang/")).count())
        .isBetween(1L, rounds * DEAD / 2);
  }
}
