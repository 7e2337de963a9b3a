package io.ganglion.api.webhook;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.ganglion.testing.Callers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EndpointResourceTest {
  private static final String ENDPOINTS = "/api/v1/endpoints";
  private static final String NOBODY = "whe_01h2xcejqtf2nbrexx3vqjhp41";

  private Callers.Owner owner;

  @BeforeEach
  void signUp() {
    owner = Callers.owner();
  }

  @AfterEach
  void deleteAll() {
    owner
        .request()
        .get(ENDPOINTS)
        .jsonPath()
        .<String>getList("data.id")
        .forEach(id -> owner.request().delete(ENDPOINTS + "/" + id).then().statusCode(204));
  }

  private ValidatableResponse create(String body) {
    return owner.request().body(body).post(ENDPOINTS).then();
  }

  private String made() {
    return create("{\"url\":\"http://127.0.0.1:8/hooks\"}")
        .statusCode(201)
        .extract()
        .path("endpoint.id");
  }

  private ValidatableResponse post(String path, String body) {
    return owner.request().body(body).post(ENDPOINTS + "/" + path).then();
  }

  @Nested
  @Tag("it")
  class Status_2xx {
    @Test
    void an_endpoint_is_made_with_a_secret_that_is_shown_once() {
      var id =
          create(
                  """
                  {"url":"http://127.0.0.1:8/hooks","description":"shop","types":["run.failed","run.succeeded"],"ordered":true}
                  """)
              .statusCode(201)
              .body("secret", startsWith("whsec_"))
              .body("endpoint.enabled", equalTo(true))
              .body("endpoint.ordered", equalTo(true))
              .body("endpoint.types", equalTo(List.of("run.failed", "run.succeeded")))
              .body("endpoint.keys[0].generation", equalTo(1))
              .extract()
              .<String>path("endpoint.id");
      owner
          .request()
          .get(ENDPOINTS + "/" + id)
          .then()
          .statusCode(200)
          .header("ETag", "\"1\"")
          .body("description", equalTo("shop"))
          .body(not(containsString("whsec_")));
    }

    @Test
    void an_ed25519_endpoint_shows_its_public_key_alone() {
      create("{\"url\":\"http://127.0.0.1:8/hooks\",\"signature\":\"ed25519\"}")
          .statusCode(201)
          .body("secret", nullValue())
          .body("endpoint.keys[0].public_key", startsWith("whpk_"));
    }

    @Test
    void the_same_request_again_makes_no_second_one() {
      for (int i = 0; i < 2; i++) {
        owner
            .request()
            .header("Idempotency-Key", "one")
            .body("{\"url\":\"http://127.0.0.1:8/hooks\"}")
            .post(ENDPOINTS)
            .then()
            .statusCode(201)
            .body("secret", startsWith("whsec_"));
      }
      owner.request().get(ENDPOINTS).then().body("data", hasSize(1));
    }

    @Test
    void it_is_changed_disabled_enabled_and_deleted() {
      var id = made();
      owner
          .request()
          .header("If-Match", "\"1\"")
          .body("{\"types\":[\"run.failed\"],\"enabled\":false}")
          .patch(ENDPOINTS + "/" + id)
          .then()
          .statusCode(200)
          .body("types", equalTo(List.of("run.failed")))
          .body("url", equalTo("http://127.0.0.1:8/hooks"))
          .body("disabled_reason", equalTo("asked"));
      owner
          .request()
          .body("{\"enabled\":true}")
          .patch(ENDPOINTS + "/" + id)
          .then()
          .statusCode(200)
          .body("enabled", equalTo(true))
          .body("disabled_reason", nullValue());
      owner.request().delete(ENDPOINTS + "/" + id).then().statusCode(204);
      owner.request().get(ENDPOINTS + "/" + id).then().statusCode(404);
      owner
          .request()
          .get("/api/v1/audit?limit=10")
          .then()
          .body(
              "data.action", hasItems("endpoint.created", "endpoint.changed", "endpoint.deleted"));
    }

    @Test
    void lists_are_paged_newest_first() {
      var first = made();
      var second = made();
      var cursor =
          owner
              .request()
              .get(ENDPOINTS + "?limit=1")
              .then()
              .body("data[0].id", equalTo(second))
              .extract()
              .<String>path("next_cursor");
      owner
          .request()
          .get(ENDPOINTS + "?limit=1&cursor=" + cursor)
          .then()
          .body("data[0].id", equalTo(first))
          .body("next_cursor", nullValue());
      owner
          .request()
          .get("/api/v1/event-types?limit=100")
          .then()
          .statusCode(200)
          .body("data.name", hasItems("run.succeeded", "effect.unknown", "ledger.sealed"))
          .body("data[0].schema.type", equalTo("object"));
      owner
          .request()
          .get(ENDPOINTS + "/{id}/deliveries", first)
          .then()
          .statusCode(200)
          .body("data", hasSize(0));
      owner.request().get("/api/v1/messages").then().statusCode(200).body("data", hasSize(0));
    }
  }

  @Nested
  @Tag("it")
  class Status_400 {
    @Test
    void addresses_that_may_not_be_called_are_refused_at_once() {
      for (var url :
          List.of(
              "ftp://example.com/x",
              "http://10.1.2.3/hooks",
              "http://169.254.169.254/latest",
              "http://[::1]:8080/",
              "http://user:secret@example.com/",
              "http://127.0.0.1:5432/",
              "http://example.com/#fragment",
              "http://2130706433/",
              "not an address",
              "/relative")) {
        create("{\"url\":\"%s\"}".formatted(url))
            .statusCode(400)
            .body("errors.pointer", hasItem("/url"));
      }
    }

    @Test
    void what_is_not_known_is_refused_by_name() {
      create("{\"url\":\"http://127.0.0.1:8/\",\"types\":[\"run.failed\",\"run.flew\"]}")
          .statusCode(400)
          .body("errors.pointer", hasItem("/types/1"));
      create("{\"url\":\"http://127.0.0.1:8/\",\"types\":[\"run.succeeded\",\"nope\"]}")
          .statusCode(400)
          .body("errors.pointer", equalTo(List.of("/types/1")));
      create("{\"url\":\"http://127.0.0.1:8/\",\"types\":[\"run.failed\",\"run.failed\",\"a\"]}")
          .statusCode(400)
          .body("errors.pointer", equalTo(List.of("/types/2")));
      create("{\"url\":\"http://127.0.0.1:8/\",\"secret\":\"mine\"}")
          .statusCode(400)
          .body("detail", containsString("secret"));
      create("{\"url\":\"http://127.0.0.1:8/\",\"signature\":\"rsa\"}").statusCode(400);
      create("{}").statusCode(400).body("errors.pointer", hasItem("/url"));
      owner
          .request()
          .get(ENDPOINTS + "/{id}/deliveries?state=lost", made())
          .then()
          .statusCode(400)
          .body("errors.pointer", hasItem("/state"));
    }

    @Test
    void a_replay_says_which() {
      var id = made();
      for (var body :
          List.of(
              "{}",
              "{\"failed\":false}",
              "{\"failed\":true,\"since\":\"2026-01-01T00:00:00Z\"}",
              "{\"until\":\"2026-01-01T00:00:00Z\"}",
              "{\"since\":\"2026-01-02T00:00:00Z\",\"until\":\"2026-01-01T00:00:00Z\"}")) {
        post(id + "/replay", body).statusCode(400);
      }
      post(
              id + "/replay",
              "{\"since\":\"2026-01-01T00:00:00Z\",\"until\":\"+999999999-12-31T23:59:59Z\"}")
          .statusCode(400)
          .body("errors[0].pointer", equalTo("/until"));
      post(id + "/rotate", "{\"overlap\":\"P31D\"}").statusCode(400);
      post(id + "/test", "{\"type\":\"run.flew\"}").statusCode(400);
    }
  }

  @Nested
  @Tag("it")
  class Status_401_and_403 {
    private record Route(String method, String path, String body) {}

    private static final List<Route> READS =
        List.of(
            new Route("GET", "/event-types", ""),
            new Route("GET", "/endpoints", ""),
            new Route("GET", "/endpoints/" + NOBODY, ""),
            new Route("GET", "/endpoints/" + NOBODY + "/deliveries", ""),
            new Route("GET", "/messages", ""),
            new Route("GET", "/messages/msg_01h2xcejqtf2nbrexx3vqjhp41", ""),
            new Route("GET", "/sources", ""),
            new Route("GET", "/sources/src_01h2xcejqtf2nbrexx3vqjhp41", ""));
    private static final List<Route> WRITES =
        List.of(
            new Route("POST", "/endpoints", "{\"url\":\"https://example.com/\"}"),
            new Route("PATCH", "/endpoints/" + NOBODY, "{}"),
            new Route("DELETE", "/endpoints/" + NOBODY, ""),
            new Route("POST", "/endpoints/" + NOBODY + "/rotate", "{}"),
            new Route("POST", "/endpoints/" + NOBODY + "/test", "{}"),
            new Route("POST", "/endpoints/" + NOBODY + "/replay", "{\"failed\":true}"),
            new Route(
                "POST", "/sources", "{\"name\":\"a\",\"type\":\"a\",\"verification\":\"token\"}"),
            new Route("PATCH", "/sources/src_01h2xcejqtf2nbrexx3vqjhp41", "{}"),
            new Route("DELETE", "/sources/src_01h2xcejqtf2nbrexx3vqjhp41", ""),
            new Route("POST", "/sources/src_01h2xcejqtf2nbrexx3vqjhp41/rotate", "{}"));

    private static void send(String key, Route route, int status) {
      var request = Callers.as(key);
      if (!route.body().isEmpty()) {
        request.body(route.body());
      }
      request.request(route.method(), "/api/v1" + route.path()).then().statusCode(status);
    }

    @Test
    void reading_needs_webhooks_read_and_changing_needs_webhooks_write() {
      var reader = Callers.keyWith(owner, "webhooks:read");
      var writer = Callers.keyWith(owner, "webhooks:write");
      READS.forEach(route -> send(writer, route, 403));
      WRITES.forEach(route -> send(reader, route, 403));
    }

    @Test
    void nobody_gets_in_without_a_key() {
      READS.forEach(
          route -> RestAssured.given().get("/api/v1" + route.path()).then().statusCode(401));
      send("gk_live_nonsense", WRITES.getFirst(), 401);
    }
  }

  @Nested
  @Tag("it")
  class Status_404_409_and_412 {
    @Test
    void what_is_not_there_is_404() {
      owner.request().get(ENDPOINTS + "/" + NOBODY).then().statusCode(404);
      owner.request().get(ENDPOINTS + "/" + NOBODY + "/deliveries").then().statusCode(404);
      post(NOBODY + "/test", "{}").statusCode(404);
      post(made() + "/replay", "{\"message\":\"msg_01h2xcejqtf2nbrexx3vqjhp41\"}").statusCode(404);
    }

    @Test
    void a_disabled_endpoint_is_sent_nothing() {
      var id = made();
      owner
          .request()
          .body("{\"enabled\":false}")
          .patch(ENDPOINTS + "/" + id)
          .then()
          .statusCode(200);
      post(id + "/test", "{}").statusCode(409).body("code", equalTo("endpoint_disabled"));
      post(id + "/replay", "{\"failed\":true}").statusCode(409);
    }

    @Test
    void what_was_changed_meanwhile_is_not_changed_unseen() {
      var id = made();
      var stale = "\"7\"";
      owner
          .request()
          .header("If-Match", stale)
          .body("{\"ordered\":true}")
          .patch(ENDPOINTS + "/" + id)
          .then()
          .statusCode(412);
      owner
          .request()
          .header("If-Match", stale)
          .body("{}")
          .post(ENDPOINTS + "/" + id + "/rotate")
          .then()
          .statusCode(412);
      owner.request().header("If-Match", stale).delete(ENDPOINTS + "/" + id).then().statusCode(412);
    }
  }

  @Test
  @Tag("isolation")
  void a_tenant_sees_nothing_of_another_s() {
    var id = made();
    var stranger = Callers.owner();
    stranger.request().get(ENDPOINTS + "/" + id).then().statusCode(404);
    stranger.request().get(ENDPOINTS).then().body("data", hasSize(0));
    stranger.request().body("{}").post(ENDPOINTS + "/" + id + "/test").then().statusCode(404);
    stranger.request().delete(ENDPOINTS + "/" + id).then().statusCode(404);
  }
}
