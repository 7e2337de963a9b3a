package io.ganglion.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.standardwebhooks.Webhook;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import io.ganglion.schema.Schemas;
import io.ganglion.testing.Callers;
import io.ganglion.testing.Mails;
import io.ganglion.testing.Patience;
import io.ganglion.testing.SignedInPeople;
import io.ganglion.testing.Stack;
import io.ganglion.testing.Told;
import io.ganglion.testing.WebhookReceiver;
import io.ganglion.testing.WebhookReceiver.Received;
import io.ganglion.testing.WebhookReceiver.Reply;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From an event to an endpoint on a real socket. */
@QuarkusTest
@Tag("it")
class DispatchTest {
  private static final String OVER =
      """
      document: {dsl: '1.0.3', namespace: hooks, name: over, version: '1.0.0'}
      do:
        - keep: {set: {a: 1}}
      """;

  private WebhookReceiver receiver;
  private Callers.Owner owner;
  @Inject EventTypes types;
  @Inject Schemas schemas;

  /** An endpoint, and the secret its messages are signed with. */
  private record Made(String id, String secret) {}

  @BeforeEach
  void open() throws Exception {
    receiver = new WebhookReceiver();
    owner = Callers.owner();
  }

  @AfterEach
  void close() {
    // what is left to be tried would be tried at a port that is another's by then
    for (var id :
        owner.request().get("/api/v1/endpoints?limit=100").jsonPath().getList("data.id")) {
      owner.request().delete("/api/v1/endpoints/{id}", id).then().statusCode(204);
    }
    receiver.close();
  }

  private Made endpoint(String path, String more) {
    return endpoint(owner.request(), path, more);
  }

  private Made endpoint(RequestSpecification request, String path, String more) {
    var made =
        request
            .body("{\"url\":\"%s\"%s}".formatted(receiver.url(path), more))
            .post("/api/v1/endpoints")
            .then()
            .statusCode(201)
            .extract()
            .jsonPath();
    return new Made(made.getString("endpoint.id"), made.getString("secret"));
  }

  private List<Received> wait(String path, int count) {
    return Patience.await(path)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> receiver.at(path), all -> all.size() >= count);
  }

  private void invoice(int number) {
    Told.happened(
        owner.tenant(), "invoice.paid", "{\"number\":\"%d\",\"by\":\"test\"}".formatted(number));
  }

  private static void verify(Made endpoint, Received one) throws Exception {
    new Webhook(endpoint.secret()).verify(one.body(), one.headers());
  }

  /** The one delivery of an endpoint, once it is so. */
  private Map<String, Object> delivery(Made endpoint, String state) {
    return Patience.await(state)
        .pollInterval(Duration.ofMillis(50))
        .until(
            () ->
                owner
                    .request()
                    .get("/api/v1/endpoints/{id}/deliveries?state={s}", endpoint.id(), state)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath()
                    .<Map<String, Object>>getList("data"),
            all -> all.size() == 1)
        .getFirst();
  }

  /** Time goes by: whatever an endpoint waits for is due. */
  private static void due(Made endpoint) throws SQLException {
    var id = io.ganglion.kernel.EndpointId.fromString(endpoint.id()).uuid();
    try (var connection = Stack.asSuperuser();
        var statement = connection.createStatement()) {
      statement.executeUpdate(
          "UPDATE webhook_delivery SET due_at = now() WHERE leased_until IS NULL AND state = 'pending' AND endpoint_id = '%s'"
              .formatted(id));
      statement.executeUpdate(
          "UPDATE webhook_lane SET due_at = now(), rests_until = NULL WHERE endpoint_id = '%s'"
              .formatted(id));
    }
  }

  @Test
  void a_run_that_ends_is_told_within_seconds_signed_as_the_official_library_checks()
      throws Exception {
    var all = endpoint("/all", "");
    var some = endpoint("/some", ",\"types\":[\"run.failed\"]");
    owner
        .request()
        .contentType("application/yaml")
        .body(OVER.getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/workflows")
        .then()
        .statusCode(201);
    var run =
        owner
            .request()
            .body("{\"workflow\":\"hooks/over\"}")
            .post("/api/v1/runs")
            .then()
            .statusCode(202)
            .extract()
            .<String>path("id");
    var one = wait("/all", 1).getFirst();
    verify(all, one);
    var body = Json.read(one.body());
    assertThat(body.path("type").asText()).isEqualTo("run.succeeded");
    assertThat(body.at("/data/run").asText()).isEqualTo(run);
    assertThat(one.header("content-type")).isEqualTo("application/json");
    assertThat(schemas.check(types.find("run.succeeded").orElseThrow().schema(), body.path("data")))
        .isEmpty();
    assertThat(Duration.between(Instant.parse(body.path("timestamp").asText()), one.at()))
        .isLessThan(Duration.ofSeconds(20));
    var delivery = delivery(all, "delivered");
    assertThat(delivery).containsEntry("message", one.id()).containsEntry("tries", 1);
    owner
        .request()
        .get("/api/v1/messages/{id}", one.id())
        .then()
        .statusCode(200)
        .body("body.data.run", equalTo(run));
    assertThat(receiver.at("/some")).isEmpty();
    assertThat(some.secret()).startsWith("whsec_").isNotEqualTo(all.secret());
  }

  @Test
  void during_an_overlap_messages_are_signed_with_both_keys_and_then_with_one() throws Exception {
    var old = endpoint("/rotated", "");
    var secret =
        owner
            .request()
            .body("{}")
            .post("/api/v1/endpoints/{id}/rotate", old.id())
            .then()
            .statusCode(201)
            .body("endpoint.keys.generation", equalTo(List.of(2, 1)))
            .extract()
            .<String>path("secret");
    invoice(1);
    var both = wait("/rotated", 1).getFirst();
    verify(old, both);
    verify(new Made(old.id(), secret), both);
    assertThat(both.header("webhook-signature").split(" ")).hasSize(2);
    owner
        .request()
        .body("{\"overlap\":\"PT0S\"}")
        .post("/api/v1/endpoints/{id}/rotate", old.id())
        .then()
        .statusCode(201);
    invoice(2);
    assertThat(wait("/rotated", 2).getLast().header("webhook-signature").split(" ")).hasSize(1);
  }

  @Test
  void what_fails_is_tried_again_with_the_same_id_and_bytes() throws Exception {
    var tries = new AtomicInteger();
    receiver.replies("/flaky", one -> Reply.status(tries.incrementAndGet() == 1 ? 500 : 200));
    var endpoint = endpoint("/flaky", "");
    invoice(1);
    var both = wait("/flaky", 2);
    assertThat(both.get(1).id()).isEqualTo(both.get(0).id());
    assertThat(both.get(1).body()).isEqualTo(both.get(0).body());
    verify(endpoint, both.get(1));
    assertThat(Duration.between(both.get(0).at(), both.get(1).at()))
        .isGreaterThan(Duration.ofMillis(3_900));
    var delivery = delivery(endpoint, "delivered");
    assertThat(delivery).containsEntry("tries", 2);
    assertThat(String.valueOf(delivery.get("attempts"))).contains("it answered 500", "status=200");
  }

  @Test
  void a_redirect_is_a_failure_and_not_followed() {
    receiver.replies(
        "/moved", one -> new Reply(302, Map.of("Location", receiver.url("/target")), "", 0));
    var endpoint = endpoint("/moved", "");
    invoice(1);
    wait("/moved", 1);
    var delivery =
        Patience.await()
            .until(
                () -> delivery(endpoint, "pending"),
                one -> String.valueOf(one.get("attempts")).contains("redirects are not followed"));
    assertThat(delivery.get("next_try_at")).isNotNull();
    assertThat(receiver.at("/target")).isEmpty();
  }

  @Test
  void an_endpoint_that_asks_for_a_later_try_gets_one() {
    receiver.replies("/busy", one -> new Reply(429, Map.of("Retry-After", "3600"), "wait", 0));
    var endpoint = endpoint("/busy", "");
    invoice(1);
    wait("/busy", 1);
    var delivery =
        Patience.await()
            .until(() -> delivery(endpoint, "pending"), one -> one.get("next_try_at") != null);
    assertThat(Instant.parse(String.valueOf(delivery.get("next_try_at"))))
        .isAfter(Instant.now().plusSeconds(3_500));
    assertThat(String.valueOf(delivery.get("attempts"))).contains("answer_bytes=4");
  }

  @Test
  void an_endpoint_that_answers_410_gets_nothing_more_until_it_is_enabled() {
    var status = new AtomicInteger(410);
    receiver.replies("/gone", one -> Reply.status(status.get()));
    var endpoint = endpoint("/gone", "");
    invoice(1);
    wait("/gone", 1);
    disabled((path, id) -> owner.request().get(path, id), endpoint, "gone");
    invoice(2);
    delivery(endpoint, "failed");
    owner
        .request()
        .body("{\"failed\":true}")
        .post("/api/v1/endpoints/{id}/replay", endpoint.id())
        .then()
        .statusCode(409)
        .body("code", equalTo("endpoint_disabled"));
    status.set(204);
    owner
        .request()
        .body("{\"enabled\":true}")
        .patch("/api/v1/endpoints/{id}", endpoint.id())
        .then()
        .statusCode(200)
        .body("enabled", equalTo(true));
    Patience.await("the second is a message")
        .until(
            () ->
                owner
                        .request()
                        .get("/api/v1/messages?type=invoice.paid")
                        .jsonPath()
                        .getList("data")
                        .size()
                    == 2);
    owner
        .request()
        .body("{\"since\":\"2020-01-01T00:00:00Z\"}")
        .post("/api/v1/endpoints/{id}/replay", endpoint.id())
        .then()
        .statusCode(202);
    assertThat(
            Patience.await()
                .until(
                    () -> receiver.at("/gone").stream().map(Received::id).distinct().toList(),
                    ids -> ids.size() >= 2))
        .contains(receiver.at("/gone").getFirst().id());
  }

  private static void disabled(
      java.util.function.BiFunction<String, Object[], io.restassured.response.Response> get,
      Made endpoint,
      String reason) {
    Patience.await("disabled")
        .pollInterval(Duration.ofMillis(50))
        .until(
            () ->
                get.apply("/api/v1/endpoints/{id}", new Object[] {endpoint.id()})
                    .then()
                    .extract()
                    .path("disabled_reason"),
            reason::equals);
  }

  @Test
  void days_of_failures_disable_an_endpoint_and_tell_those_in_charge() throws Exception {
    var ann = SignedInPeople.newcomer();
    var tenant = SignedInPeople.tenantOf(ann);
    Supplier<RequestSpecification> asAnn = () -> SignedInPeople.in(tenant, ann);
    receiver.replies("/failing", one -> Reply.status(500));
    var endpoint = endpoint(asAnn.get(), "/failing", "");
    endpoint(asAnn.get(), "/other", ",\"types\":[\"endpoint.disabled\"]");
    Told.happened(tenant, "invoice.paid", "{\"number\":\"1\"}");
    wait("/failing", 1);
    Patience.await()
        .until(
            () ->
                asAnn.get().get("/api/v1/endpoints/{id}", endpoint.id()).path("failing_since")
                    != null);
    try (var connection = Stack.asSuperuser();
        var statement = connection.createStatement()) {
      statement.executeUpdate(
          "UPDATE webhook_lane SET failing_since = now() - interval '6 days' WHERE tenant_id = '%s' AND failures > 0"
              .formatted(TenantId.fromString(tenant).uuid()));
    }
    due(endpoint);
    disabled((path, id) -> asAnn.get().get(path, id), endpoint, "failing");
    assertThat(Mails.to(ann.email(), 1).getFirst())
        .satisfies(
            mail -> {
              assertThat(mail.subject()).contains("A webhook of", "is disabled");
              assertThat(mail.text()).contains(receiver.url("/failing"), "for days");
            });
    assertThat(Json.read(wait("/other", 1).getFirst().body()).at("/data/endpoint").asText())
        .isEqualTo(endpoint.id());
  }

  @Test
  void an_ordered_endpoint_gets_a_run_s_messages_one_after_the_other() throws Exception {
    var first = UUID.randomUUID();
    var second = UUID.randomUUID();
    var refused = new AtomicInteger();
    receiver.replies(
        "/ordered",
        one ->
            one.body().contains("\"number\":\"1\"") && refused.incrementAndGet() == 1
                ? Reply.status(500)
                : Reply.status(204));
    var endpoint = endpoint("/ordered", ",\"ordered\":true");
    Told.happened(owner.tenant(), first, "invoice.paid", "{\"number\":\"1\"}");
    Told.happened(owner.tenant(), first, "invoice.paid", "{\"number\":\"2\"}");
    Told.happened(owner.tenant(), first, "invoice.paid", "{\"number\":\"3\"}");
    Told.happened(owner.tenant(), second, "invoice.paid", "{\"number\":\"9\"}");
    var numbers =
        Patience.await("all")
            .until(
                () ->
                    receiver.at("/ordered").stream()
                        .map(one -> Json.read(one.body()).at("/data/number").asText())
                        .toList(),
                all -> all.size() == 5);
    assertThat(numbers.stream().filter(it -> !it.equals("9"))).containsExactly("1", "1", "2", "3");
    assertThat(numbers.indexOf("9")).as("another run does not wait: %s", numbers).isLessThan(4);
    delivery(endpoint, "delivered", 4);
  }

  private void delivery(Made endpoint, String state, int count) {
    Patience.await(state)
        .until(
            () ->
                owner
                        .request()
                        .get(
                            "/api/v1/endpoints/{id}/deliveries?limit=100&state={s}",
                            endpoint.id(),
                            state)
                        .jsonPath()
                        .getList("data")
                        .size()
                    == count);
  }

  @Test
  void one_message_is_replayed_under_its_id() throws Exception {
    var endpoint = endpoint("/replayed", "");
    invoice(1);
    var id = wait("/replayed", 1).getFirst().id();
    delivery(endpoint, "delivered");
    owner
        .request()
        .body("{\"message\":\"%s\"}".formatted(id))
        .post("/api/v1/endpoints/{id}/replay", endpoint.id())
        .then()
        .statusCode(202)
        .body("messages", equalTo(1));
    var again = wait("/replayed", 2).getLast();
    assertThat(again.id()).isEqualTo(id);
    verify(endpoint, again);
    assertThat(delivery(endpoint, "delivered")).containsEntry("tries", 2);
  }

  @Test
  void a_test_message_goes_to_its_endpoint_alone_and_fits_its_type_s_schema() throws Exception {
    var endpoint = endpoint("/tested", ",\"types\":[\"run.failed\"]");
    endpoint("/not", "");
    owner
        .request()
        .body("{\"type\":\"effect.unknown\"}")
        .post("/api/v1/endpoints/{id}/test", endpoint.id())
        .then()
        .statusCode(202)
        .body("type", equalTo("effect.unknown"));
    owner
        .request()
        .body("{}")
        .post("/api/v1/endpoints/{id}/test", endpoint.id())
        .then()
        .statusCode(202)
        .body("body.data.endpoint", equalTo(endpoint.id()));
    for (var one : wait("/tested", 2)) {
      verify(endpoint, one);
      var body = Json.read(one.body());
      var type = types.find(body.path("type").asText()).orElseThrow();
      assertThat(schemas.check(type.schema(), body.path("data"))).isEmpty();
    }
    assertThat(receiver.at("/not")).isEmpty();
  }

  @Test
  void events_become_one_message_each_and_keep_their_runs_order_however_their_commits_are_mixed()
      throws Exception {
    var endpoint = endpoint("/mixed", ",\"ordered\":true");
    int writers = 6;
    int each = 25;
    var random = new Random(42);
    var pauses = random.ints(writers * each, 0, 25).toArray();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int w = 0; w < writers; w++) {
        int writer = w;
        var run = UUID.randomUUID();
        threads.submit(
            () -> {
              try (var connection =
                  Stack.asTenant("ganglion_app", TenantId.fromString(owner.tenant()))) {
                connection.setAutoCommit(false);
                for (int i = 0; i < each; i++) {
                  Told.insert(
                      connection,
                      owner.tenant(),
                      run,
                      "invoice.paid",
                      "{\"number\":\"%d-%d\"}".formatted(writer, i));
                  Thread.sleep(pauses[writer * each + i]); // numbers are taken, commits are not
                  connection.commit();
                }
              }
              return null;
            });
      }
    }
    delivery(endpoint, "pending", 0);
    Patience.await("all of them")
        .until(
            () ->
                receiver.at("/mixed").stream().map(Received::id).distinct().count()
                    == writers * each);
    assertThat(receiver.at("/mixed")).hasSize(writers * each);
    var seen = new HashSet<String>();
    var last = new int[writers];
    for (var one : receiver.at("/mixed")) {
      var number = Json.read(one.body()).at("/data/number").asText();
      assertThat(seen.add(number)).as(number).isTrue();
      var parts = number.split("-");
      int writer = Integer.parseInt(parts[0]);
      assertThat(Integer.parseInt(parts[1])).as(number).isEqualTo(last[writer]++);
    }
  }
}
