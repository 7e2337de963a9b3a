package io.ganglion.api.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.ganglion.kernel.ApprovalId;
import io.ganglion.testing.Callers;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Problems;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ApprovalResourceTest {
  private static final String ASKS =
      """
      document: {dsl: '1.0.3', namespace: routes, name: asks, version: '1.0.0'}
      do:
        - ask: {call: ganglion.approval, with: {title: May I?}}
      """;

  private Callers.Owner owner;

  @BeforeEach
  void signUp() {
    owner = Callers.owner();
    owner
        .request()
        .contentType("application/yaml")
        .body(ASKS.getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/workflows")
        .then()
        .statusCode(201);
  }

  private String start() {
    return owner
        .request()
        .body("{\"workflow\":\"routes/asks\"}")
        .post("/api/v1/runs")
        .then()
        .statusCode(202)
        .extract()
        .path("id");
  }

  /** The approval that a new run asks for. */
  private String asked() {
    var run = start();
    return Patience.await()
        .until(
            () ->
                owner
                    .request()
                    .get("/api/v1/approvals?run=" + run)
                    .then()
                    .statusCode(200)
                    .extract()
                    .<String>path("data[0].id"),
            id -> id != null);
  }

  private ValidatableResponse decide(String approval, String verdict, String body) {
    return owner.request().body(body).post("/api/v1/approvals/" + approval + "/" + verdict).then();
  }

  @Nested
  @Tag("it")
  class Status_200 {
    @Test
    void an_approval_is_listed_read_and_decided_with_a_comment() {
      var approval = asked();
      owner
          .request()
          .get("/api/v1/approvals?state=PENDING")
          .then()
          .body("data.id", contains(approval))
          .body("next_cursor", equalTo(null));
      owner
          .request()
          .get("/api/v1/approvals/" + approval)
          .then()
          .statusCode(200)
          .body("title", equalTo("May I?"))
          .body("on_timeout", equalTo("fail"))
          .body("expires_at", notNullValue());
      decide(approval, "approve", "{\"comment\":\"yes\"}")
          .statusCode(200)
          .body("state", equalTo("APPROVED"))
          .body("comment", equalTo("yes"))
          .body("decided_by", startsWith("key_"));
      owner.request().get("/api/v1/approvals?state=PENDING").then().body("data.size()", equalTo(0));
    }

    @Test
    void the_same_decision_again_answers_the_first() {
      var approval = asked();
      decide(approval, "reject", "{\"comment\":\"first\"}").statusCode(200);
      decide(approval, "reject", "{\"comment\":\"second\"}")
          .statusCode(200)
          .body("comment", equalTo("first"));
    }

    @Test
    void pages_are_newest_first() {
      var older = asked();
      var newer = asked();
      String cursor =
          owner
              .request()
              .get("/api/v1/approvals?limit=1")
              .then()
              .body("data.id", contains(newer))
              .extract()
              .path("next_cursor");
      owner
          .request()
          .get("/api/v1/approvals?limit=1&cursor=" + cursor)
          .then()
          .body("data.id", contains(older));
    }
  }

  @Nested
  @Tag("it")
  class Status_400 {
    @Test
    void filters_and_comments_out_of_bounds_are_named() {
      owner
          .request()
          .get("/api/v1/approvals?run=nonsense")
          .then()
          .statusCode(400)
          .body("errors[0].pointer", equalTo("/run"));
      owner.request().get("/api/v1/approvals?state=MAYBE").then().statusCode(400);
      var approval = asked();
      decide(approval, "approve", "{\"comment\":\"%s\"}".formatted("x".repeat(2_001)))
          .statusCode(400)
          .body("errors[0].pointer", equalTo("/comment"));
      decide(approval, "approve", "{\"verdict\":\"yes\"}")
          .statusCode(400)
          .body("errors[0].pointer", equalTo("/verdict"));
    }
  }

  @Nested
  @Tag("it")
  class Status_401_403 {
    @Test
    void who_may_read_may_not_decide() {
      var approval = asked();
      var reader = Callers.as(Callers.keyWith(owner, "approvals:read"));
      reader
          .post("/api/v1/approvals/" + approval + "/approve")
          .then()
          .statusCode(403)
          .body("code", equalTo("forbidden"));
      Callers.as("gk_live_nonsense").get("/api/v1/approvals").then().statusCode(401);
    }
  }

  @Nested
  @Tag("it")
  class Status_404 {
    @Test
    void there_is_none_of_that_identifier() {
      for (var id : List.of(ApprovalId.next().toString(), "apr_nonsense")) {
        owner.request().get("/api/v1/approvals/" + id).then().statusCode(404);
      }
      decide(ApprovalId.next().toString(), "approve", "{}").statusCode(404);
    }
  }

  @Nested
  @Tag("it")
  class Status_409 {
    @Test
    void a_decision_does_not_change() {
      var approval = asked();
      decide(approval, "approve", "{}").statusCode(200);
      decide(approval, "reject", "{}").statusCode(409).body("code", equalTo("approval_decided"));
    }

    @Test
    void a_cancelled_run_s_approval_can_t_be_decided() {
      var approval = asked();
      String run =
          owner.request().get("/api/v1/approvals/" + approval).then().extract().path("run");
      owner.request().post("/api/v1/runs/" + run + "/cancel").then().statusCode(200);
      decide(approval, "approve", "{}").statusCode(409).body("code", equalTo("approval_withdrawn"));
    }
  }

  @Nested
  @Tag("isolation")
  class Isolation {
    @Test
    void another_tenant_s_approval_does_not_exist() {
      var approval = asked();
      var stranger = Callers.owner();
      var theirs = stranger.request().get("/api/v1/approvals/" + approval);
      var madeUp = stranger.request().get("/api/v1/approvals/" + ApprovalId.next());
      assertThat(theirs.statusCode()).isEqualTo(404);
      assertThat(Problems.withoutTrace(theirs.asString()))
          .isEqualTo(Problems.withoutTrace(madeUp.asString()));
      stranger
          .request()
          .body("{}")
          .post("/api/v1/approvals/" + approval + "/approve")
          .then()
          .statusCode(404);
      stranger.request().get("/api/v1/approvals").then().body("data.size()", equalTo(0));
      owner.request().get("/api/v1/approvals/" + approval).then().body("state", equalTo("PENDING"));
    }
  }
}
