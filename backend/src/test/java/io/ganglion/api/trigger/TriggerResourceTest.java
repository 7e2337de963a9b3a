package io.ganglion.api.trigger;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.ganglion.testing.Callers;
import io.ganglion.testing.Patience;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Triggers on the laboratory's X, whose posts are made as its other users would. */
@QuarkusTest
class TriggerResourceTest {
  private static final String TRIGGERS = "/api/v1/triggers";

  private Callers.Owner owner;
  private String connection = "";
  private String name = "";
  private String other = "";

  /** An account that is mentioned, and one that mentions it. */
  @BeforeEach
  void accounts() {
    owner = Callers.owner();
    var account = open();
    var username =
        given()
            .auth()
            .oauth2(token(account))
            .get("/lab/x/2/users/me")
            .then()
            .statusCode(200)
            .extract()
            .<String>path("data.username");
    name = "@" + username;
    connection = connect(account, "me");
    other = token(open());
  }

  private JsonPath open() {
    return owner
        .request()
        .body("{\"platform\":\"x\"}")
        .post("/api/v1/lab/accounts")
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }

  private static String token(JsonPath account) {
    return account.getString("connection.credentials.access_token");
  }

  private String connect(JsonPath account, String as) {
    var body = new java.util.HashMap<>(account.getMap("connection"));
    body.put("name", as);
    return owner
        .request()
        .body(body)
        .post("/api/v1/connections")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private String post(String text) {
    return given()
        .auth()
        .oauth2(other)
        .contentType("application/json")
        .body("{\"text\":\"%s\"}".formatted(text))
        .post("/lab/x/2/tweets")
        .then()
        .statusCode(201)
        .extract()
        .path("data.id");
  }

  private String trigger(String more) {
    return owner
        .request()
        .body(
            "{\"name\":\"mentions\",\"connection\":\"me\",\"poll\":\"mentions\",\"interval\":\"PT0.2S\"%s}"
                .formatted(more))
        .post(TRIGGERS)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private JsonPath get(String id) {
    return owner.request().get(TRIGGERS + "/{id}", id).then().statusCode(200).extract().jsonPath();
  }

  private void polled(String id) {
    Patience.await("the first poll").until(() -> get(id).getString("last_poll_at") != null);
  }

  private List<String> events(String member) {
    return owner
        .request()
        .get("/api/v1/events?limit=100")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("data.event." + member);
  }

  private void fault(String kind, int times, long delayMs, String method, String path) {
    owner
        .request()
        .body(
            "{\"platform\":\"x\",\"kind\":\"%s\",\"remaining\":%d,\"delay_ms\":%d,\"method\":\"%s\",\"path_prefix\":\"%s\"}"
                .formatted(kind, times, delayMs, method, path))
        .post("/api/v1/lab/faults")
        .then()
        .statusCode(201);
  }

  @Nested
  @Tag("it")
  class Status_2xx {
    @Test
    void what_comes_from_now_on_is_told_once_each() {
      post(name + " before");
      var id = trigger("");
      polled(id);
      var first = post(name + " one");
      var second = post("two for " + name);
      post("for nobody");
      Patience.await("the events").until(() -> events("id").equals(List.of(second, first)));
      owner
          .request()
          .get("/api/v1/events")
          .then()
          .body("data[0].event.type", equalTo("com.x.mention"))
          .body("data[0].event.source", equalTo("urn:ganglion:trigger:" + id))
          .body("data[0].event.data.text", equalTo("two for " + name))
          .body("data[0].event.data.author_id", notNullValue());
      var seen = get(id);
      assertThat(seen.getLong("published")).isEqualTo(2);
      assertThat(seen.getString("state")).isEqualTo("active");
      assertThat(seen.getString("cursor.since")).isNotEmpty();
      assertThat(seen.getString("next_poll_at")).isNotNull();
    }

    @Test
    void it_starts_after_a_given_point() {
      var before = post(name + " before");
      var after = post(name + " after");
      trigger(",\"from\":\"%s\"".formatted(before));
      Patience.await("the event").until(() -> events("id").equals(List.of(after)));
    }

    @Test
    void a_backlog_of_many_pages_is_told_whole() {
      var first = post(name + " 0");
      for (int i = 1; i <= 230; i++) {
        post(name + " " + i);
      }
      var id = trigger(",\"from\":\"%s\"".formatted(first));
      Patience.await("all of it").until(() -> get(id).getLong("published") == 230);
    }

    @Test
    void what_the_search_shows_late_and_out_of_order_is_told_once() {
      var id = trigger("");
      polled(id);
      fault("search_lag", 1, 3_000, "POST", "/2/tweets");
      var late = post(name + " late");
      var soon = post(name + " soon");
      Patience.await("the one").until(() -> events("id").equals(List.of(soon)));
      Patience.await("both").until(() -> events("id").equals(List.of(late, soon)));
    }

    @Test
    void a_mention_starts_a_run() {
      owner
          .request()
          .contentType("application/yaml")
          .body(
              """
              document: {dsl: '1.0.3', namespace: hooks, name: mentioned, version: '1.0.0'}
              schedule: {on: {one: {with: {type: com.x.mention}}}}
              do:
                - keep: {set: {text: '${ $workflow.input[0].text }'}}
              """
                  .getBytes(StandardCharsets.UTF_8))
          .post("/api/v1/workflows")
          .then()
          .statusCode(201);
      polled(trigger(""));
      post(name + " go");
      Patience.await("a run")
          .until(
              () -> owner.request().get("/api/v1/runs").jsonPath().<String>getList("data.state"),
              states -> states.equals(List.of("SUCCEEDED")));
    }

    @Test
    void a_paused_trigger_is_not_read_and_a_resumed_one_misses_nothing() {
      var id = trigger("");
      polled(id);
      owner
          .request()
          .post(TRIGGERS + "/{id}/pause", id)
          .then()
          .statusCode(200)
          .body("state", equalTo("paused"))
          .body("next_poll_at", nullValue());
      var missed = post(name + " meanwhile");
      var polled = settled(id);
      assertThat(events("id")).isEmpty();
      assertThat(get(id).getString("last_poll_at")).isEqualTo(polled);
      owner.request().post(TRIGGERS + "/{id}/resume", id).then().statusCode(200);
      Patience.await("it").until(() -> events("id").equals(List.of(missed)));
    }

    /** The time of the last poll, once there is no other for a second. */
    private String settled(String id) {
      var last = new java.util.concurrent.atomic.AtomicReference<>("");
      Patience.await("no more polls")
          .pollInterval(Duration.ofSeconds(1))
          .until(
              () -> {
                var at = get(id).getString("last_poll_at");
                return at.equals(last.getAndSet(at));
              });
      return java.util.Objects.requireNonNull(last.get());
    }

    @Test
    void a_paused_connection_and_a_paused_tenant_poll_nothing() {
      var id = trigger("");
      polled(id);
      owner.request().post("/api/v1/connections/{id}/pause", connection).then().statusCode(200);
      Patience.await("it waits")
          .until(() -> "the connection is paused".equals(get(id).getString("waits_for")));
      owner.request().post("/api/v1/connections/{id}/resume", connection).then().statusCode(200);
      owner.request().post("/api/v1/tenant/pause").then().statusCode(200);
      Patience.await("it waits")
          .until(() -> "the tenant is paused".equals(get(id).getString("waits_for")));
      var missed = post(name + " meanwhile");
      owner.request().post("/api/v1/tenant/resume").then().statusCode(200);
      Patience.await("it").until(() -> events("id").equals(List.of(missed)));
    }

    @Test
    void a_429_pauses_the_system_until_its_reset() {
      var id = trigger("");
      polled(id);
      fault("rate_limit", 1, 3_000, "GET", "/2/users/");
      Patience.await("it waits")
          .until(
              () ->
                  String.valueOf(get(id).getString("waits_for")).contains("not to be called")
                      || get(id).getInt("failures") == 1);
      assertThat(get(id).getInt("last_error.status")).isEqualTo(429);
      var mention = post(name + " after");
      Patience.await("it").until(() -> events("id").equals(List.of(mention)));
      assertThat(get(id).getInt("failures")).isZero();
      assertThat(get(id).getString("last_error")).isNull();
    }

    @Test
    void resets_and_errors_lose_nothing() {
      var id = trigger("");
      polled(id);
      fault("reset_after", 2, 0, "GET", "/2/users/");
      fault("status_500_before", 2, 0, "GET", "/2/users/");
      fault("malformed_after", 1, 0, "GET", "/2/users/");
      fault("truncate_after", 1, 0, "GET", "/2/users/");
      var mention = post(name + " all the same");
      Patience.await("failures").until(() -> get(id).getInt("failures") > 1);
      Patience.await("it").until(() -> events("id").equals(List.of(mention)));
    }

    @Test
    void a_point_that_the_platform_has_no_more_is_said_and_it_goes_on() {
      var id = trigger(",\"from\":\"17\"");
      Patience.await("the gap").until(() -> events("type").equals(List.of("trigger.gap")));
      owner
          .request()
          .get("/api/v1/events")
          .then()
          .body("data[0].event.data.trigger", equalTo(id))
          .body("data[0].event.data.cursor.from", equalTo("17"));
      Patience.await("a cursor").until(() -> get(id).getString("cursor.since") != null);
      var mention = post(name + " on");
      Patience.await("it").until(() -> events("id").contains(mention));
    }

    @Test
    void a_deleted_connection_stops_it() {
      var id = trigger("");
      polled(id);
      owner.request().delete("/api/v1/connections/{id}", connection).then().statusCode(204);
      var seen = get(id);
      assertThat(seen.getString("state")).isEqualTo("stopped");
      assertThat(seen.getString("connection")).isNull();
      Patience.await("never").until(() -> get(id).getString("next_poll_at") == null);
      owner
          .request()
          .post(TRIGGERS + "/{id}/resume", id)
          .then()
          .statusCode(409)
          .body("code", equalTo("trigger_stopped"));
      owner.request().delete(TRIGGERS + "/{id}", id).then().statusCode(204);
      owner.request().get(TRIGGERS + "/{id}", id).then().statusCode(404);
    }

    @Test
    void bluesky_s_notifications_are_told_by_their_reason() {
      var mine = session("bluesky");
      var theirs = session("bluesky");
      owner
          .request()
          .body(connectionOf(mine, "sky"))
          .post("/api/v1/connections")
          .then()
          .statusCode(201);
      owner
          .request()
          .body(connectionOf(theirs, "fan"))
          .post("/api/v1/connections")
          .then()
          .statusCode(201);
      var id =
          owner
              .request()
              .body(
                  "{\"name\":\"n\",\"connection\":\"sky\",\"poll\":\"notifications\",\"interval\":\"PT0.2S\"}")
              .post(TRIGGERS)
              .then()
              .statusCode(201)
              .extract()
              .<String>path("id");
      polled(id);
      follow("fan", mine.getString("connection.credentials.identifier"));
      Patience.await("it").until(() -> events("type").contains("app.bsky.notification.follow"));
      assertThat(get(id).getLong("published")).isEqualTo(1);
    }

    private JsonPath session(String platform) {
      return owner
          .request()
          .body("{\"platform\":\"%s\"}".formatted(platform))
          .post("/api/v1/lab/accounts")
          .then()
          .statusCode(201)
          .extract()
          .jsonPath();
    }

    private java.util.Map<String, Object> connectionOf(JsonPath account, String as) {
      var body = new java.util.HashMap<String, Object>(account.getMap("connection"));
      body.put("name", as);
      return body;
    }

    /** By a run of its own, as a workflow would. */
    private void follow(String connection, String account) {
      var agent =
          owner
              .request()
              .body(
                  "{\"name\":\"fan\",\"connections\":[\"%s\"],\"policy\":{\"irreversible\":\"allow\"}}"
                      .formatted(connection))
              .post("/api/v1/agents")
              .then()
              .statusCode(201)
              .extract()
              .<String>path("id");
      var run =
          owner
              .request()
              .body("{\"session\":true,\"agent\":\"%s\"}".formatted(agent))
              .post("/api/v1/runs")
              .then()
              .statusCode(202)
              .extract()
              .<String>path("id");
      owner
          .request()
          .body(
              "{\"connection\":\"%s\",\"action\":\"bluesky.follow\",\"input\":{\"actor\":\"%s\"}}"
                  .formatted(connection, account))
          .put("/api/v1/runs/{id}/steps/follow", run)
          .then()
          .statusCode(202);
    }
  }

  @Nested
  @Tag("it")
  class Status_4xx {
    @Test
    void what_can_t_be_is_refused() {
      for (var wrong :
          List.of(
              "{\"name\":\"a\",\"connection\":\"none\",\"poll\":\"mentions\"}",
              "{\"name\":\"a\",\"connection\":\"me\",\"poll\":\"none\"}",
              "{\"name\":\"a\",\"connection\":\"me\",\"poll\":\"mentions\",\"interval\":\"PT0.05S\"}",
              "{\"name\":\"a\",\"connection\":\"me\",\"poll\":\"mentions\",\"interval\":\"PT25H\"}",
              "{\"name\":\"a\",\"connection\":\"me\",\"poll\":\"mentions\",\"from\":\"x\"}",
              "{\"name\":\"a\",\"connection\":\"me\",\"poll\":\"mentions\",\"arguments\":{\"a\":1}}",
              "{\"connection\":\"me\",\"poll\":\"mentions\"}")) {
        owner.request().body(wrong).post(TRIGGERS).then().statusCode(400);
      }
      owner
          .request()
          .body("{\"name\":\"a\",\"connection\":\"me\",\"poll\":\"none\"}")
          .post(TRIGGERS)
          .then()
          .body("errors[0].detail", containsString("mentions"));
    }

    @Test
    void changes_heed_versions() {
      var id = trigger("");
      owner
          .request()
          .header("If-Match", "\"9\"")
          .body("{\"name\":\"b\"}")
          .patch(TRIGGERS + "/{id}", id)
          .then()
          .statusCode(412);
      owner
          .request()
          .header("If-Match", "\"1\"")
          .body("{\"name\":\"b\",\"interval\":\"PT1M\"}")
          .patch(TRIGGERS + "/{id}", id)
          .then()
          .statusCode(200)
          .header("ETag", "\"2\"")
          .body("name", equalTo("b"))
          .body("interval", equalTo("PT1M"));
    }

    @Test
    void connectors_say_what_can_be_polled() {
      owner
          .request()
          .get("/api/v1/connectors/x")
          .then()
          .statusCode(200)
          .body("polls.name", hasItem("mentions"));
    }
  }

  @Test
  @Tag("isolation")
  void another_tenant_sees_neither_triggers_nor_their_events() {
    var id = trigger("");
    polled(id);
    var stranger = Callers.owner();
    for (var answer :
        List.of(
            stranger.request().get(TRIGGERS + "/{id}", id),
            stranger.request().post(TRIGGERS + "/{id}/pause", id),
            stranger.request().delete(TRIGGERS + "/{id}", id))) {
      answer.then().statusCode(404);
    }
    stranger.request().get(TRIGGERS).then().statusCode(200).body("data", hasSize(0));
    post(name + " hello");
    Patience.await("it").until(() -> events("id").size() == 1);
    stranger.request().get("/api/v1/events").then().body("data", hasSize(0));
  }
}
