package io.ganglion.api.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.standardwebhooks.Webhook;
import io.ganglion.testing.Callers;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Stack;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SourceResourceTest {
  private static final String SOURCES = "/api/v1/sources";
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String TOKEN =
      "{\"name\":\"shop\",\"type\":\"shop.told\",\"verification\":\"token\"}";
  private static final String STANDARD =
      """
      {"name":"shop","type":"shop.told","verification":"standard","secret":"%s"}\
      """
          .formatted(SECRET);
  private static final String GITHUB =
      """
      {"name":"GitHub","type":"com.github","verification":"hmac","secret":"It's a Secret to Everybody",
       "hmac":{"header":"X-Hub-Signature-256","prefix":"sha256="},
       "id_header":"X-GitHub-Delivery","type_header":"X-GitHub-Event"}\
      """;

  private Callers.Owner owner;

  /** A source, and the path of its address. */
  private record Made(String id, String path) {}

  @BeforeEach
  void signUp() {
    owner = Callers.owner();
  }

  private Made create(String body) {
    var made = owner.request().body(body).post(SOURCES).then().statusCode(201).extract().jsonPath();
    return new Made(made.getString("source.id"), URI.create(made.getString("url")).getPath());
  }

  private static ValidatableResponse tell(
      String path, String type, String body, Map<String, String> headers) {
    return given()
        .contentType(type)
        .headers(headers)
        .body(body.getBytes(StandardCharsets.UTF_8))
        .post(path)
        .then();
  }

  private static Map<String, String> signed(String id, long at, String body) throws Exception {
    return Map.of(
        "webhook-id", id,
        "webhook-timestamp", String.valueOf(at),
        "webhook-signature", new Webhook(SECRET).sign(id, at, body));
  }

  private ValidatableResponse events() {
    return owner.request().get("/api/v1/events?limit=100").then().statusCode(200);
  }

  @Nested
  @Tag("it")
  class Status_2xx {
    @Test
    void what_is_told_is_an_event_of_the_source() {
      var source = create(TOKEN);
      tell(source.path(), "application/json", "{\"total\":5}", Map.of())
          .statusCode(202)
          .body("stored", equalTo(1));
      events()
          .body("data", hasSize(1))
          .body("data[0].event.type", equalTo("shop.told"))
          .body("data[0].event.source", equalTo("urn:ganglion:source:" + source.id()))
          .body("data[0].event.data.total", equalTo(5));
    }

    @Test
    void three_copies_of_each_in_any_order_are_one_event_each() throws Exception {
      var source = create(STANDARD);
      long now = Instant.now().getEpochSecond();
      var sends = new ArrayList<Integer>();
      for (int i = 0; i < 30; i++) {
        sends.addAll(List.of(i, i, i));
      }
      Collections.shuffle(sends, new Random(11));
      int stored = 0;
      for (int i : sends) {
        var body = "{\"n\":%d}".formatted(i);
        stored +=
            tell(source.path(), "application/json", body, signed("m" + i, now - i, body))
                .statusCode(202)
                .extract()
                .<Integer>path("stored");
      }
      assertThat(stored).isEqualTo(30);
      events().body("data", hasSize(30));
    }

    @Test
    void github_s_requests_have_their_own_ids_and_types() {
      var source = create(GITHUB);
      var headers =
          Map.of(
              "X-Hub-Signature-256",
              "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
              "X-GitHub-Delivery",
              "72d3162e-cc78-11e3-81ab-4c9367dc0958",
              "X-GitHub-Event",
              "push");
      tell(source.path(), "text/plain", "Hello, World!", headers).statusCode(202);
      events()
          .body("data[0].event.type", equalTo("com.github.push"))
          .body("data[0].event.id", equalTo("72d3162e-cc78-11e3-81ab-4c9367dc0958"))
          .body("data[0].event.data", equalTo("Hello, World!"));
    }

    @Test
    void what_is_told_starts_a_run() {
      owner
          .request()
          .contentType("application/yaml")
          .body(
              """
              document: {dsl: '1.0.3', namespace: hooks, name: told, version: '1.0.0'}
              schedule: {on: {one: {with: {type: shop.told}}}}
              do:
                - keep: {set: {total: '${ $workflow.input[0].total }'}}
              """
                  .getBytes(StandardCharsets.UTF_8))
          .post("/api/v1/workflows")
          .then()
          .statusCode(201);
      var source = create(TOKEN);
      for (int i = 0; i < 3; i++) {
        tell(source.path(), "application/json", "{\"total\":5}", Map.of()).statusCode(202);
      }
      Patience.await("a run")
          .until(
              () -> owner.request().get("/api/v1/runs").jsonPath().<String>getList("data.state"),
              states -> states.equals(List.of("SUCCEEDED")));
    }

    @Test
    void an_address_and_a_secret_are_replaced_with_an_overlap() throws Exception {
      var source = create(STANDARD);
      var other = new Webhook("whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD");
      var made =
          owner
              .request()
              .body("{}")
              .post(SOURCES + "/{id}/rotate", source.id())
              .then()
              .statusCode(201)
              .extract()
              .jsonPath();
      owner
          .request()
          .body("{\"secret\":\"whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD\"}")
          .patch(SOURCES + "/{id}", source.id())
          .then()
          .statusCode(200)
          .body("verification", equalTo("standard"));
      long now = Instant.now().getEpochSecond();
      tell(source.path(), "application/json", "1", signed("a", now, "1")).statusCode(202);
      var path = URI.create(made.getString("url")).getPath();
      assertThat(path).isNotEqualTo(source.path());
      tell(path, "application/json", "2", signed("b", now, "2")).statusCode(202);
      var headers =
          Map.of(
              "webhook-id", "c",
              "webhook-timestamp", String.valueOf(now),
              "webhook-signature", other.sign("c", now, "3"));
      tell(path, "application/json", "3", headers).statusCode(202);
      owner
          .request()
          .body("{\"overlap\":\"PT0S\"}")
          .post(SOURCES + "/{id}/rotate", source.id())
          .then()
          .statusCode(201);
      tell(path, "application/json", "4", signed("d", now, "4")).statusCode(404);
      events().body("data", hasSize(3));
    }
  }

  @Nested
  @Tag("it")
  class Status_400_and_413 {
    @Test
    void settings_that_do_not_fit_are_refused() {
      for (var body :
          List.of(
              "{\"name\":\"a\",\"type\":\"a\",\"verification\":\"rsa\"}",
              "{\"name\":\"a\",\"type\":\"a\",\"verification\":\"standard\"}",
              "{\"name\":\"a\",\"type\":\"a\",\"verification\":\"standard\",\"secret\":\"whsec_short\"}",
              "{\"name\":\"a\",\"type\":\"a\",\"verification\":\"token\",\"secret\":\"0123456789abcdef\"}",
              "{\"name\":\"a\",\"type\":\"a\",\"verification\":\"hmac\",\"secret\":\"0123456789abcdef\"}",
              GITHUB.replace("\"prefix\"", "\"signs\":\"timestamp_dot_body\",\"prefix\""),
              GITHUB.replace("X-GitHub-Event", "X GitHub"),
              "{\"name\":\"a\",\"type\":\"a\"}")) {
        owner.request().body(body).post(SOURCES).then().statusCode(400);
      }
    }

    @Test
    void what_can_t_be_an_event_is_refused() {
      var source = create(TOKEN);
      tell(source.path(), "application/json", "{", Map.of()).statusCode(400);
      tell(source.path(), "text/plain", "x".repeat(300_000), Map.of())
          .statusCode(413)
          .body("detail", containsString("262144"));
      tell(source.path(), "text/plain", "x".repeat(1_100_000), Map.of()).statusCode(413);
    }
  }

  @Nested
  @Tag("it")
  class Status_401_and_404 {
    @Test
    void a_stale_or_forged_request_is_refused_and_not_stored() throws Exception {
      var source = create(STANDARD);
      long now = Instant.now().getEpochSecond();
      tell(source.path(), "application/json", "{}", signed("a", now - 400, "{}"))
          .statusCode(401)
          .body("code", equalTo("timestamp_refused"));
      tell(source.path(), "application/json", "{}", signed("a", now + 400, "{}")).statusCode(401);
      tell(source.path(), "application/json", "{\"a\":1}", signed("a", now, "{}"))
          .statusCode(401)
          .body("code", equalTo("signature_refused"));
      tell(source.path(), "application/json", "{}", Map.of())
          .statusCode(401)
          .body("code", equalTo("signature_missing"));
      events().body("data", hasSize(0));
    }

    @Test
    void an_address_that_is_not_one_or_is_no_more_is_404() {
      var source = create(TOKEN);
      var path = source.path();
      for (var wrong :
          List.of(
              "/in/x",
              path.substring(0, path.length() - 4) + "AAAA",
              path.replace("/in/gi_", "/in/gi_0"),
              "/in/" + "gi_" + "0".repeat(95))) {
        tell(wrong, "application/json", "{}", Map.of()).statusCode(404);
      }
      owner.request().delete(SOURCES + "/{id}", source.id()).then().statusCode(204);
      tell(path, "application/json", "{}", Map.of()).statusCode(404);
    }
  }

  @Nested
  @Tag("it")
  class Status_409_and_412 {
    @Test
    void a_source_without_a_secret_gets_none() {
      var source = create(TOKEN);
      owner
          .request()
          .body("{\"secret\":\"0123456789abcdef\"}")
          .patch(SOURCES + "/{id}", source.id())
          .then()
          .statusCode(409)
          .body("code", equalTo("source_without_secret"));
      owner
          .request()
          .header("If-Match", "\"9\"")
          .body("{\"name\":\"b\"}")
          .patch(SOURCES + "/{id}", source.id())
          .then()
          .statusCode(412);
    }
  }

  @Test
  @Tag("isolation")
  void a_token_is_kept_as_a_hash_and_leads_to_its_tenant_alone() throws Exception {
    var source = create(TOKEN);
    var secret = source.path().substring(source.path().length() - 43);
    try (var connection = Stack.asSuperuser();
        var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT string_agg(s::text, ' ') FROM webhook_source s")) {
      row.next();
      assertThat(row.getString(1)).doesNotContain(secret);
    }
    var stranger = Callers.owner();
    stranger.request().get(SOURCES + "/{id}", source.id()).then().statusCode(404);
    tell(source.path(), "application/json", "{}", Map.of()).statusCode(202);
    stranger.request().get("/api/v1/events").then().body("data", hasSize(0));
  }
}
