package io.ganglion.api.idempotency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.ganglion.kernel.TenantId;
import io.ganglion.testing.Callers;
import io.ganglion.testing.Callers.Owner;
import io.ganglion.testing.Stack;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("it")
class IdempotencyTest {
  private static final String KEYS = "/api/v1/api-keys";
  private static final String BODY = "{\"name\":\"one\",\"scopes\":[\"runs:read\"]}";
  private Owner owner;

  @BeforeEach
  void signUp() {
    owner = Callers.owner();
  }

  private Response post(String key, String body) {
    return owner.request().header("Idempotency-Key", key).body(body).post(KEYS);
  }

  @Test
  void the_same_request_again_gets_the_same_answer_and_does_nothing() {
    var first = post("a", BODY);
    var second = post("a", BODY);
    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(second.asString()).isEqualTo(first.asString());
    assertThat(second.contentType()).isEqualTo(first.contentType());
    assertThat(first.header("Idempotent-Replayed")).isNull();
    assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(owner.request().get(KEYS).jsonPath().getList("data")).hasSize(2);
  }

  @Test
  void another_body_under_the_key_is_refused() {
    post("b", BODY);
    post("b", BODY.replace("one", "two"))
        .then()
        .statusCode(422)
        .body("code", equalTo("idempotency_mismatch"));
  }

  @Test
  void another_address_under_the_key_is_refused() {
    post("c", BODY);
    owner
        .request()
        .header("Idempotency-Key", "c")
        .body("{}")
        .post(KEYS + "/" + owner.keyId() + "/revoke")
        .then()
        .statusCode(422);
  }

  @Test
  void a_refused_request_leaves_its_key_free() {
    post("d", "{\"name\":\"one\",\"scopes\":[]}").then().statusCode(400);
    post("d", BODY).then().statusCode(201);
  }

  @Test
  @Tag("isolation")
  void a_key_is_the_tenant_s_own() {
    post("e", BODY);
    var other = Callers.owner();
    var theirs = other.request().header("Idempotency-Key", "e").body(BODY).post(KEYS);
    assertThat(theirs.statusCode()).isEqualTo(201);
    assertThat(theirs.header("Idempotent-Replayed")).isNull();
  }

  @Test
  void a_request_that_still_runs_is_not_run_twice() throws SQLException {
    post("f", BODY);
    rewind("f", "now() + interval '1 minute'");
    post("f", BODY).then().statusCode(409).body("code", equalTo("idempotency_running"));
  }

  @Test
  void a_request_whose_process_died_may_be_run_again() throws SQLException {
    post("g", BODY);
    rewind("g", "now() - interval '1 second'");
    post("g", BODY).then().statusCode(201);
  }

  @Test
  void an_answer_with_a_secret_opens_for_the_credential_that_asked_only() throws SQLException {
    var secret = post("h", BODY).jsonPath().getString("secret");
    var narrow = Callers.keyWith(owner, "api-keys:write");
    Callers.as(narrow).header("Idempotency-Key", "h").body(BODY).post(KEYS).then().statusCode(422);
    assertThat(stored("h")).doesNotContain(secret).doesNotContain("gk_live_");
  }

  @Test
  void the_operator_s_requests_repeat_too() {
    var key = "op-" + TenantId.next();
    var first = tenant(key);
    var second = tenant(key);
    assertThat(second.asString()).isEqualTo(first.asString()).contains("gk_live_");
    assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
  }

  @Test
  void a_key_that_can_t_be_one_is_refused() {
    post("x".repeat(256), BODY).then().statusCode(400);
  }

  private static Response tenant(String key) {
    return given()
        .auth()
        .oauth2(Stack.OPERATOR_TOKEN)
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", key)
        .body("{\"name\":\"again\"}")
        .post("/api/v1/tenants");
  }

  /** Makes the kept request one that hasn't been answered. */
  private void rewind(String key, String until) throws SQLException {
    try (var connection = Stack.asTenant("ganglion_app", TenantId.fromString(owner.tenant()));
        var update = connection.createStatement()) {
      update.executeUpdate(
          "UPDATE idempotency_key SET state = 'running', status = NULL, response = NULL, locked_until = %s WHERE key = '%s'"
              .formatted(until, key));
    }
  }

  private String stored(String key) throws SQLException {
    try (var connection = Stack.asTenant("ganglion_app", TenantId.fromString(owner.tenant()));
        var find =
            connection.prepareStatement(
                "SELECT encode(response, 'escape') FROM idempotency_key WHERE key = ?")) {
      find.setString(1, key);
      try (var row = find.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }
}
