package io.ganglion.api.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.ganglion.kernel.Json;
import io.ganglion.testing.Callers;
import io.ganglion.testing.Callers.Owner;
import io.ganglion.testing.Customer;
import io.ganglion.testing.LoopbackPlatform;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Problems;
import io.ganglion.testing.Troupe;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("it")
class ApiKeyResourceTest {
  private static final String KEYS = "/api/v1/api-keys";

  @TestHTTPResource("/")
  String url = "";

  private static JsonPath make(Owner owner, String body) {
    return owner.request().body(body).post(KEYS).then().statusCode(201).extract().jsonPath();
  }

  private static JsonPath reader(Owner owner) {
    return make(owner, "{\"name\":\"reader\",\"scopes\":[\"tenant:read\"]}");
  }

  @Nested
  class Addresses {
    private JsonPath from(Owner owner, String addresses) {
      return make(
          owner,
          "{\"name\":\"n\",\"scopes\":[\"tenant:read\"],\"addresses\":[%s]}".formatted(addresses));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "\"127.0.0.1\"",
          "\"127.0.0.0/8\"",
          "\"203.0.113.0/24\",\"127.0.0.1/32\"",
          "\"::ffff:127.0.0.1\"",
          ""
        })
    void a_key_works_from_those_it_names(String addresses) {
      var made = from(Callers.owner(), addresses);
      Callers.as(made.getString("secret")).get("/api/v1/tenant").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"203.0.113.0/24\"", "\"127.0.0.2\"", "\"::1\"", "\"2001:db8::/32\""})
    void and_from_no_other(String addresses) {
      var made = from(Callers.owner(), addresses);
      Callers.as(made.getString("secret"))
          .get("/api/v1/tenant")
          .then()
          .statusCode(403)
          .body("code", equalTo("address_not_allowed"));
    }

    @Test
    void a_key_that_replaces_it_has_them_too() {
      var owner = Callers.owner();
      var old = from(owner, "\"203.0.113.0/24\"");
      var made =
          owner
              .request() // without a body, as usual
              .post(KEYS + "/" + old.getString("api_key.id") + "/rotate")
              .then()
              .statusCode(201)
              .extract()
              .jsonPath();
      assertThat(made.getList("api_key.addresses")).asList().containsExactly("203.0.113.0/24");
      Callers.as(made.getString("secret")).get("/api/v1/tenant").then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "nowhere",
          "10",
          "10.1",
          "300.1.1.1",
          "10.0.0.0/33",
          "10.0.0.0/-1",
          "10.0.0.0/",
          "::/129",
          "fe80::1%eth0",
          ""
        })
    void what_is_no_block_is_refused(String address) {
      Callers.owner()
          .request()
          .body(
              "{\"name\":\"n\",\"scopes\":[\"tenant:read\"],\"addresses\":[\"127.0.0.1\",\"%s\"]}"
                  .formatted(address))
          .post(KEYS)
          .then()
          .statusCode(400)
          .body("errors[0].pointer", equalTo("/addresses/1"));
    }
  }

  @Nested
  class Answers201 {
    @Test
    void a_key_is_made_with_its_secret_shown_once() {
      var owner = Callers.owner();
      var made =
          make(
              owner,
              "{\"name\":\"lab\",\"mode\":\"lab\",\"scopes\":[\"runs:write\",\"runs:read\"]}");
      assertThat(made.getString("secret")).startsWith("gk_lab_");
      assertThat(made.getList("api_key.scopes"))
          .isEqualTo(java.util.List.of("runs:read", "runs:write"));
      var text =
          owner
              .request()
              .get(KEYS + "/" + made.getString("api_key.id"))
              .then()
              .extract()
              .asString();
      assertThat(text)
          .doesNotContain(made.getString("secret").substring(60))
          .doesNotContain("secret");
    }

    @Test
    void rotation_leaves_both_keys_working_for_the_overlap() {
      var owner = Callers.owner();
      var old = reader(owner);
      var id = old.getString("api_key.id");
      var made =
          owner
              .request()
              .body("{\"overlap\":\"PT1H\"}")
              .post(KEYS + "/" + id + "/rotate")
              .then()
              .statusCode(201)
              .body("api_key.name", equalTo("reader"))
              .extract()
              .jsonPath();
      Callers.as(old.getString("secret")).get("/api/v1/tenant").then().statusCode(200);
      Callers.as(made.getString("secret")).get("/api/v1/tenant").then().statusCode(200);
      owner
          .request()
          .get(KEYS + "/" + id)
          .then()
          .body("rotated_to", equalTo(made.getString("api_key.id")))
          .body("expires_at", notNullValue());
    }

    @Test
    void rotation_without_overlap_ends_the_old_key_at_once() {
      var owner = Callers.owner();
      var old = reader(owner);
      owner
          .request()
          .body("{\"overlap\":\"PT0S\"}")
          .post(KEYS + "/" + old.getString("api_key.id") + "/rotate")
          .then()
          .statusCode(201);
      Callers.as(old.getString("secret")).get("/api/v1/tenant").then().statusCode(401);
    }
  }

  @Nested
  class Answers200 {
    @Test
    void the_list_pages_through_every_key_newest_first() {
      var owner = Callers.owner();
      for (int i = 0; i < 4; i++) {
        reader(owner);
      }
      var ids = new ArrayList<String>();
      String cursor = null;
      do {
        var ask = owner.request().queryParam("limit", 2);
        if (cursor != null) {
          ask.queryParam("cursor", cursor);
        }
        var page = ask.get(KEYS).then().statusCode(200).extract().jsonPath();
        ids.addAll(page.getList("data.id", String.class));
        cursor = page.getString("next_cursor");
      } while (cursor != null);
      assertThat(ids)
          .hasSize(5)
          .doesNotHaveDuplicates()
          .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void a_revoked_key_opens_nothing() {
      var owner = Callers.owner();
      var made = reader(owner);
      Callers.as(made.getString("secret")).get("/api/v1/tenant").then().statusCode(200);
      owner
          .request()
          .post(KEYS + "/" + made.getString("api_key.id") + "/revoke")
          .then()
          .statusCode(200)
          .body("revoked_at", notNullValue())
          .body("last_used_at", notNullValue());
      Callers.as(made.getString("secret")).get("/api/v1/tenant").then().statusCode(401);
    }

    @Test
    void an_unused_key_says_so() {
      var owner = Callers.owner();
      var made = reader(owner);
      owner
          .request()
          .get(KEYS + "/" + made.getString("api_key.id"))
          .then()
          .body("last_used_at", nullValue())
          .body("created_by", equalTo(owner.keyId()));
    }
  }

  @Nested
  class Answers400 {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "{\"name\":\"k\",\"scopes\":[\"runs:fly\"]} /scopes/0",
          "{\"name\":\"k\",\"scopes\":[]} /scopes",
          "{\"name\":\"k\",\"scopes\":[null]} /scopes/0",
          "{\"scopes\":[\"runs:read\"]} /name",
          "{\"name\":\"k\",\"mode\":\"test\",\"scopes\":[\"runs:read\"]} /mode",
          "{\"name\":\"k\",\"scopes\":[\"runs:read\"],\"expires_at\":\"2020-01-01T00:00:00Z\"} /expires_at",
          "{\"name\":\"k\",\"scopes\":[\"runs:read\"],\"expires_at\":\"soon\"} /expires_at",
          "{\"name\":1,\"scopes\":[\"runs:read\"]} /name"
        })
    void what_is_wrong_is_pointed_at(String bodyAndPointer) {
      int at = bodyAndPointer.lastIndexOf(' ');
      Callers.owner()
          .request()
          .body(bodyAndPointer.substring(0, at))
          .post(KEYS)
          .then()
          .statusCode(400)
          .body("errors[0].pointer", equalTo(bodyAndPointer.substring(at + 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=x", "cursor=bm9uc2Vuc2U", "cursor=%00"})
    void a_page_that_can_t_be_is_refused(String query) {
      Callers.owner()
          .request()
          .get(KEYS + "?" + query)
          .then()
          .statusCode(400)
          .body("code", equalTo("invalid_request"));
    }
  }

  @Nested
  class Answers401 {
    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer gk_live_x", "Basic Z2s6", "Bearer \u00e4"})
    void what_is_no_working_key_is_refused(String authorization) {
      io.restassured.RestAssured.given()
          .header("Authorization", authorization)
          .get(KEYS)
          .then()
          .statusCode(401)
          .header("WWW-Authenticate", equalTo("Bearer"))
          .body("code", equalTo("unauthenticated"));
    }

    @Test
    void another_secret_behind_a_true_identifier_is_refused() {
      var owner = Callers.owner();
      var key = owner.key();
      var last = key.charAt(40 + 26) == 'A' ? 'B' : 'A';
      var forged = key.substring(0, 66) + last + key.substring(67);
      Callers.as(forged).get(KEYS).then().statusCode(401);
    }

    @Test
    void two_credentials_at_once_are_refused() {
      var owner = Callers.owner();
      io.restassured.RestAssured.given()
          .header("Authorization", "Bearer " + owner.key(), "Bearer " + Callers.owner().key())
          .get(KEYS)
          .then()
          .statusCode(401);
    }
  }

  @Nested
  class Answers403 {
    @Test
    void a_key_can_t_make_one_that_may_more() {
      var narrow = Callers.keyWith(Callers.owner(), "api-keys:write");
      Callers.as(narrow)
          .body("{\"name\":\"k\",\"scopes\":[\"*\"]}")
          .post(KEYS)
          .then()
          .statusCode(403)
          .body("code", equalTo("scope_excess"));
    }

    @Test
    void a_key_can_t_make_one_for_longer_or_for_other_addresses() {
      var owner = Callers.owner();
      var end = Instant.now().plusSeconds(600).truncatedTo(ChronoUnit.MILLIS);
      var within =
          "\"expires_at\":\"%s\",\"addresses\":[\"127.0.0.0/30\"]".formatted(end.minusSeconds(60));
      String narrow =
          owner
              .request()
              .body(
                  "{\"name\":\"n\",\"scopes\":[\"*\"],\"expires_at\":\"%s\",\"addresses\":[\"127.0.0.0/29\"]}"
                      .formatted(end))
              .post(KEYS)
              .then()
              .statusCode(201)
              .extract()
              .path("secret");
      for (var limits :
          List.of(
              "\"addresses\":[\"127.0.0.1\"]",
              "\"expires_at\":\"%s\"".formatted(end),
              within.replace("/30", "/28"),
              within.replace(end.minusSeconds(60).toString(), end.plusSeconds(60).toString()))) {
        Callers.as(narrow)
            .body("{\"name\":\"wider\",\"scopes\":[\"runs:read\"],%s}".formatted(limits))
            .post(KEYS)
            .then()
            .statusCode(403)
            .body("code", equalTo("scope_excess"));
      }
      Callers.as(narrow)
          .body("{}")
          .post(KEYS + "/" + owner.keyId() + "/rotate")
          .then()
          .statusCode(403);
      Callers.as(narrow)
          .body("{\"name\":\"as narrow\",\"scopes\":[\"runs:read\"],%s}".formatted(within))
          .post(KEYS)
          .then()
          .statusCode(201);
    }

    @Test
    void what_a_key_for_the_laboratory_stores_is_not_what_live_keys_mean_by_a_name() {
      var live = Customer.newTenant(url.replaceAll("/$", ""));
      var made = Json.object().put("name", "l").put("mode", "lab");
      made.putArray("scopes").add("*");
      var lab = live.with(live.post("/api-keys", made).path("secret").asText());
      var document =
          """
          document: {dsl: '1.0.3', namespace: names, name: %s, version: '%s'}
          do: [{say: {set: {said: %s}}}]
          """;
      live.postYaml("/workflows", document.formatted("shared", "1.0.0", "live"));
      assertThatThrownBy(
              () -> lab.postYaml("/workflows", document.formatted("shared", "1.0.1", "lab")))
          .hasMessageContaining("lab_key");
      lab.postYaml("/workflows", document.formatted("tried", "2.0.0", "lab"));
      lab.postYaml("/workflows", document.formatted("tried", "2.0.1", "lab"));
      live.postYaml("/workflows", document.formatted("tried", "1.0.0", "live"));
      var run =
          live.post("/runs", Json.object().put("workflow", "names/tried")).path("id").asText();
      var ended =
          Patience.await("it has ended")
              .until(
                  () -> live.get("/runs/" + run),
                  it -> it.path("state").asText().equals("SUCCEEDED"));
      assertThat(ended.at("/output/said").asText()).isEqualTo("live");
    }

    @Test
    void a_key_for_the_laboratory_changes_nothing_outside_of_it() {
      var owner = Callers.owner();
      String lab =
          owner
              .request()
              .body("{\"name\":\"l\",\"scopes\":[\"*\"],\"mode\":\"lab\"}")
              .post(KEYS)
              .then()
              .statusCode(201)
              .extract()
              .path("secret");
      var refused =
          Map.of(
              KEYS,
              "{\"name\":\"live\",\"scopes\":[\"*\"]}",
              "/api/v1/connections",
              "{\"name\":\"c\",\"connector\":\"http\",\"credentials\":{}}",
              "/api/v1/endpoints",
              "{\"url\":\"https://hooks.example/\"}");
      refused.forEach(
          (path, body) ->
              Callers.as(lab)
                  .body(body)
                  .post(path)
                  .then()
                  .statusCode(403)
                  .body("code", equalTo("lab_key")));
      Callers.as(lab)
          .body("{\"name\":\"l2\",\"scopes\":[\"runs:read\"],\"mode\":\"lab\"}")
          .post(KEYS)
          .then()
          .statusCode(201);
      Callers.as(lab).get("/api/v1/runs").then().statusCode(200);
    }

    @Test
    void a_run_that_a_key_for_the_laboratory_started_stays_there() throws Exception {
      try (var platform = new LoopbackPlatform()) {
        var live = Customer.newTenant(url.replaceAll("/$", ""));
        var made = Json.object().put("name", "l").put("mode", "lab");
        made.putArray("scopes").add("*");
        var lab = live.with(live.post("/api-keys", made).path("secret").asText());
        var agent = new Troupe(lab).with("x", "main").agent("hand");
        var wide = Json.object().put("name", "wide");
        wide.putArray("connections").add("main").add("unknown");
        assertThatThrownBy(() -> lab.post("/agents", wide)).hasMessageContaining("lab_key");
        var workflow =
            lab.postYaml(
                    "/workflows",
                    """
                    document: {dsl: '1.0.3', namespace: lab, name: key, version: '1.0.0'}
                    do:
                      - post: {call: x.createPost, with: {connection: main, text: hi}}
                      - out: {call: http, with: {method: post, endpoint: '%s'}}
                    """
                        .formatted(platform.url("/out")))
                .path("id")
                .asText();
        var start = Json.object().put("workflow", workflow).put("agent", agent);
        var run = lab.post("/runs", start).path("id").asText();
        var ended =
            Patience.await("it has failed")
                .until(
                    () -> lab.get("/runs/" + run),
                    it -> it.path("state").asText().equals("FAILED"));
        assertThat(ended.at("/error/type").asText()).endsWith("authorization");
        assertThat(platform.journal()).isEmpty();
        assertThat(lab.all("/lab/journal?platform=x")).isNotEmpty();
        var theirs = live.post("/runs", start).path("id").asText();
        assertThatThrownBy(() -> lab.post("/runs/%s/cancel".formatted(theirs), Json.object()))
            .hasMessageContaining("lab_key");
      }
    }

    @Test
    void a_key_can_t_rotate_one_that_may_more() {
      var owner = Callers.owner();
      Callers.as(Callers.keyWith(owner, "api-keys:write"))
          .body("{}")
          .post(KEYS + "/" + owner.keyId() + "/rotate")
          .then()
          .statusCode(403);
    }
  }

  @Nested
  class Answers404 {
    @Test
    @Tag("isolation")
    void another_tenant_s_key_is_answered_like_one_that_isn_t() {
      var stranger = Callers.owner();
      var mine = Callers.owner();
      for (var call : java.util.List.of("", "/rotate", "/revoke")) {
        var theirs =
            mine.request()
                .body("{}")
                .request(call.isEmpty() ? "GET" : "POST", KEYS + "/" + stranger.keyId() + call);
        var nobodys =
            mine.request()
                .body("{}")
                .request(
                    call.isEmpty() ? "GET" : "POST",
                    KEYS + "/" + io.ganglion.kernel.ApiKeyId.next() + call);
        assertThat(theirs.statusCode()).isEqualTo(404).isEqualTo(nobodys.statusCode());
        assertThat(Problems.withoutTrace(theirs.asString()))
            .isEqualTo(Problems.withoutTrace(nobodys.asString()));
      }
      Callers.as(stranger.key()).get("/api/v1/me").then().statusCode(200);
    }

    @Test
    @Tag("isolation")
    void a_cursor_of_another_tenant_is_refused() {
      var stranger = Callers.owner();
      reader(stranger);
      String cursor =
          stranger.request().get(KEYS + "?limit=1").then().extract().path("next_cursor");
      Callers.owner().request().queryParam("cursor", cursor).get(KEYS).then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"key_x", "run_01h2xcejqtf2nbrexx3vqjhp41", "%00", "1"})
    void an_identifier_of_the_wrong_form_is_nobody_s(String id) {
      Callers.owner()
          .request()
          .urlEncodingEnabled(false)
          .get(KEYS + "/" + id)
          .then()
          .statusCode(404)
          .contentType("application/problem+json")
          .body("code", equalTo("not_found"))
          .body("type", startsWith("/docs/problems#"));
    }
  }

  @Nested
  class Answers409 {
    @Test
    void a_key_is_rotated_once() {
      var owner = Callers.owner();
      var id = reader(owner).getString("api_key.id");
      owner.request().body("{}").post(KEYS + "/" + id + "/rotate").then().statusCode(201);
      owner
          .request()
          .body("{}")
          .post(KEYS + "/" + id + "/rotate")
          .then()
          .statusCode(409)
          .body("code", equalTo("api_key_spent"));
    }
  }

  @Nested
  class Answers412 {
    @Test
    void what_has_changed_is_not_revoked_unseen() {
      var owner = Callers.owner();
      var id = reader(owner).getString("api_key.id");
      owner
          .request()
          .header("If-Match", "\"7\"")
          .post(KEYS + "/" + id + "/revoke")
          .then()
          .statusCode(412);
    }
  }

  @Test
  void times_are_in_utc_with_milliseconds() {
    var owner = Callers.owner();
    String at = reader(owner).getString("api_key.created_at");
    assertThat(Instant.parse(at)).isBeforeOrEqualTo(Instant.now());
    assertThat(at).matches(".*\\.\\d{3}Z");
  }
}
