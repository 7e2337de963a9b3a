package io.ganglion.api.approval;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.ganglion.kernel.Json;
import io.ganglion.testing.Callers;
import io.ganglion.testing.OidcIssuer.User;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Problems;
import io.ganglion.testing.SignedInPeople;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Links that decide an approval without signing in. */
@QuarkusTest
class ApprovalLinkTest {
  private int asked;
  private User owner;
  private String tenant;

  @BeforeEach
  void signUp() {
    owner = SignedInPeople.newcomer();
    tenant = SignedInPeople.tenantOf(owner);
  }

  private RequestSpecification as(User user) {
    return SignedInPeople.in(tenant, user);
  }

  /** The approval of a new run whose task asks for it. */
  private String asked(String with) {
    var definition =
        """
        document: {dsl: '1.0.3', namespace: links, name: asks-%d, version: '1.0.0'}
        do:
          - ask: {call: ganglion.approval, with: {title: May I?, detail: {wei: '5'}%s}}
        """
            .formatted(++asked, with);
    var workflow =
        as(owner)
            .contentType("application/yaml")
            .body(definition.getBytes(StandardCharsets.UTF_8))
            .post("/api/v1/workflows")
            .then()
            .statusCode(201)
            .extract()
            .<String>path("id");
    var run =
        as(owner)
            .body(Json.write(Json.object().put("workflow", workflow)))
            .post("/api/v1/runs")
            .then()
            .statusCode(202)
            .extract()
            .<String>path("id");
    return Patience.await("it asks")
        .until(
            () ->
                as(owner)
                    .get("/api/v1/approvals?run=" + run)
                    .then()
                    .extract()
                    .<String>path("data[0].id"),
            id -> id != null);
  }

  private ValidatableResponse make(RequestSpecification by, String approval, String body) {
    return by.body(body).post("/api/v1/approvals/{id}/links", approval).then();
  }

  /** A new API key that may decide. */
  private ExtractableResponse<Response> bot() {
    return as(owner)
        .body("{\"name\":\"bot\",\"scopes\":[\"approvals:write\"]}")
        .post("/api/v1/api-keys")
        .then()
        .statusCode(201)
        .extract();
  }

  private String link(String approval) {
    return token(make(as(owner), approval, "{\"sent_to\":\"ada@example.org\"}"));
  }

  private static String token(ValidatableResponse made) {
    var url = made.statusCode(201).extract().<String>path("url");
    assertThat(url).contains("/decide#gl_");
    return url.substring(url.indexOf('#') + 1);
  }

  private static ValidatableResponse open(String token) {
    return given().get("/api/v1/approval-links/{token}", token).then();
  }

  private static ValidatableResponse decide(String token, String verdict, String body) {
    return given()
        .contentType(ContentType.JSON)
        .body(body)
        .post("/api/v1/approval-links/{token}/" + verdict, token)
        .then();
  }

  private String state(String approval) {
    return as(owner).get("/api/v1/approvals/" + approval).then().extract().path("state");
  }

  private List<Map<String, Object>> audited(String action) {
    return as(owner).get("/api/v1/audit?action=" + action).then().extract().path("data");
  }

  @Nested
  @Tag("it")
  class Status_200 {
    @Test
    void opening_a_link_shows_what_is_asked_and_decides_nothing() {
      var approval = asked("");
      var token = link(approval);
      for (int i = 0; i < 3; i++) { // as a mail server that looks for evil does
        open(token)
            .statusCode(200)
            .header("Cache-Control", "no-store")
            .body("title", equalTo("May I?"))
            .body("detail.wei", equalTo("5"))
            .body("state", equalTo("PENDING"))
            .body("tenant", equalTo("Ann's"))
            .body("sent_to", equalTo("ada@example.org"));
      }
      assertThat(state(approval)).isEqualTo("PENDING");
    }

    @Test
    void whoever_has_the_link_approves_and_the_audit_log_has_whom_it_went_to() {
      var approval = asked("");
      decide(link(approval), "approve", "{\"comment\":\"looks right\"}")
          .statusCode(200)
          .body("approval", equalTo(approval))
          .body("state", equalTo("APPROVED"))
          .body("comment", equalTo("looks right"));
      var me = SignedInPeople.idOf(owner);
      as(owner)
          .get("/api/v1/approvals/" + approval)
          .then()
          .body("state", equalTo("APPROVED"))
          .body("decided_by", equalTo(me));
      var run = as(owner).get("/api/v1/approvals/" + approval).then().extract().path("run");
      Patience.await("the run goes on")
          .until(
              () -> as(owner).get("/api/v1/runs/" + run).then().extract().path("state"),
              "SUCCEEDED"::equals);
      var made =
          audited("approval.link_made").stream()
              .filter(one -> me.equals(one.get("actor"))) // a mail has brought another one
              .findFirst()
              .orElseThrow();
      var decided = audited("approval.decided").getFirst();
      assertThat(made).containsEntry("target", approval).containsEntry("actor", me);
      assertThat(made.get("after")).asString().contains("ada@example.org", "lnk_");
      assertThat(decided).containsEntry("target", approval).containsEntry("actor", me);
      assertThat(decided.get("after")).asString().contains("through", "ada@example.org", "lnk_");
    }

    @Test
    void what_is_rejected_by_a_link_is_not_done() {
      var approval = asked("");
      decide(link(approval), "reject", "{}").statusCode(200).body("state", equalTo("REJECTED"));
      assertThat(state(approval)).isEqualTo("REJECTED");
    }

    @Test
    void an_answer_that_was_lost_is_answered_again() {
      var token = link(asked(""));
      for (int i = 0; i < 2; i++) {
        given()
            .contentType(ContentType.JSON)
            .header("Idempotency-Key", token)
            .body("{}")
            .post("/api/v1/approval-links/{token}/approve", token)
            .then()
            .statusCode(200)
            .body("state", equalTo("APPROVED"));
      }
    }

    @Test
    void a_tenant_chooses_by_which_messages_links_go_out() {
      var path = "/api/v1/tenant/approval-links";
      as(owner)
          .get(path)
          .then()
          .statusCode(200)
          .header("ETag", "\"0\"")
          .body("mail", equalTo(true))
          .body("slack", equalTo(false));
      as(owner)
          .header("If-Match", "\"0\"")
          .body("{\"slack\":true}")
          .patch(path)
          .then()
          .statusCode(200)
          .header("ETag", "\"1\"")
          .body("mail", equalTo(true))
          .body("slack", equalTo(true));
      as(owner).header("If-Match", "\"0\"").body("{}").patch(path).then().statusCode(412);
    }
  }

  @Nested
  @Tag("it")
  class Status_201 {
    @Test
    void a_link_that_is_asked_for_twice_is_one() {
      var approval = asked("");
      var first =
          make(
              as(owner).header("Idempotency-Key", "once"),
              approval,
              "{\"sent_to\":\"ada@example.org\",\"valid\":\"PT2H\"}");
      var token = token(first);
      make(
              as(owner).header("Idempotency-Key", "once"),
              approval,
              "{\"sent_to\":\"ada@example.org\",\"valid\":\"PT2H\"}")
          .statusCode(201)
          .header("Idempotent-Replayed", "true");
      first.body("id", startsWith("lnk_")).body("sent_to", equalTo("ada@example.org"));
      open(token).statusCode(200);
    }

    @Test
    void a_key_makes_links_that_decide_in_its_name() {
      var approval = asked("");
      var made = bot();
      var key = made.<String>path("secret");
      var token = token(make(Callers.as(key), approval, "{\"sent_to\":\"#ops\"}"));
      decide(token, "approve", "{}").statusCode(200);
      as(owner)
          .get("/api/v1/approvals/" + approval)
          .then()
          .body("decided_by", equalTo(made.<String>path("api_key.id")));
    }
  }

  @Nested
  @Tag("it")
  class Status_400 {
    @Test
    void a_link_says_whom_it_goes_to_and_opens_for_seven_days_at_most() {
      var approval = asked("");
      make(as(owner), approval, "{\"sent_to\":\" \"}")
          .statusCode(400)
          .body("errors[0].pointer", equalTo("/sent_to"));
      for (var valid : List.of("PT1S", "P8D")) {
        make(as(owner), approval, "{\"sent_to\":\"a\",\"valid\":\"%s\"}".formatted(valid))
            .statusCode(400)
            .body("errors[0].pointer", equalTo("/valid"));
      }
    }
  }

  @Nested
  @Tag("it")
  class Status_403 {
    @Test
    void who_may_not_decide_makes_no_link() {
      var approval = asked(", approvers: [approver]");
      make(as(owner), approval, "{\"sent_to\":\"a\"}")
          .statusCode(403)
          .body("code", equalTo("not_an_approver"));
      var viewer = SignedInPeople.member(tenant, owner, "viewer");
      make(as(viewer), approval, "{\"sent_to\":\"a\"}").statusCode(403);
    }
  }

  @Nested
  @Tag("it")
  class Status_404 {
    @Test
    void a_link_that_was_changed_anywhere_is_none() {
      var approval = asked("");
      var token = link(approval);
      var other = SignedInPeople.newcomer();
      var theirs = SignedInPeople.tenantOf(other);
      var nothing = Problems.withoutTrace(open("gl_nothing").statusCode(404).extract().asString());
      var elsewhere = "gl_" + theirs.substring("ten_".length()) + token.substring(29);
      assertThat(elsewhere).hasSameSizeAs(token);
      for (var changed :
          List.of(
              elsewhere,
              flipped(token, 10),
              flipped(token, 40),
              flipped(token, 60),
              flipped(token, token.length() - 2),
              token + "A",
              token.substring(0, token.length() - 1))) {
        var answer = open(changed).statusCode(404).extract().asString();
        assertThat(Problems.withoutTrace(answer)).isEqualTo(nothing);
        decide(changed, "approve", "{}").statusCode(404);
      }
      assertThat(state(approval)).isEqualTo("PENDING");
      open(token).statusCode(200);
    }

    private String flipped(String token, int at) {
      char now = token.charAt(at);
      return token.substring(0, at) + (now == '0' ? '1' : '0') + token.substring(at + 1);
    }

    @Test
    void another_tenant_makes_none_to_it() {
      var approval = asked("");
      var other = SignedInPeople.newcomer();
      var theirs = SignedInPeople.tenantOf(other);
      make(SignedInPeople.in(theirs, other), approval, "{\"sent_to\":\"a\"}").statusCode(404);
    }
  }

  @Nested
  @Tag("it")
  class Status_409 {
    @Test
    void what_somebody_decided_meanwhile_is_shown_and_stays() {
      var approval = asked("");
      var token = link(approval);
      as(owner).body("{}").post("/api/v1/approvals/{id}/reject", approval).then().statusCode(200);
      open(token).statusCode(200).body("state", equalTo("REJECTED"));
      decide(token, "approve", "{}").statusCode(409).body("code", equalTo("approval_decided"));
      make(as(owner), approval, "{\"sent_to\":\"a\"}").statusCode(409);
    }
  }

  @Nested
  @Tag("it")
  class Status_410 {
    @Test
    void a_link_decides_once() {
      var token = link(asked(""));
      decide(token, "approve", "{}").statusCode(200);
      open(token)
          .statusCode(410)
          .body("code", equalTo("link_used"))
          .body("detail", containsString("approved"));
      for (var verdict : List.of("approve", "reject")) {
        decide(token, verdict, "{}").statusCode(410).body("code", equalTo("link_used"));
      }
    }

    @Test
    void a_link_ends_with_its_approval_s_time() {
      var token = link(asked(", timeout: {seconds: 8}, onTimeout: reject"));
      Patience.await("its time is over")
          .until(() -> open(token).extract().statusCode(), status -> status == 410);
      open(token).body("code", equalTo("link_expired"));
      decide(token, "approve", "{}").statusCode(410).body("code", equalTo("link_expired"));
    }

    @Test
    void a_link_decides_nothing_once_its_maker_may_not() {
      var approver = SignedInPeople.member(tenant, owner, "approver");
      var approval = asked("");
      var token = token(make(as(approver), approval, "{\"sent_to\":\"a\"}"));
      as(owner)
          .body("{\"role\":\"viewer\"}")
          .patch("/api/v1/members/{id}", SignedInPeople.idOf(approver))
          .then()
          .statusCode(200);
      open(token).statusCode(410).body("code", equalTo("link_revoked"));
      decide(token, "approve", "{}").statusCode(410).body("code", equalTo("link_revoked"));
      as(owner)
          .delete("/api/v1/members/{id}", SignedInPeople.idOf(approver))
          .then()
          .statusCode(204);
      open(token).statusCode(410).body("code", equalTo("link_revoked"));
      assertThat(state(approval)).isEqualTo("PENDING");
    }

    @Test
    void a_link_of_a_key_that_was_revoked_decides_nothing() {
      var approval = asked("");
      var made = bot();
      var key = made.<String>path("secret");
      var token = token(make(Callers.as(key), approval, "{\"sent_to\":\"#ops\"}"));
      as(owner)
          .post("/api/v1/api-keys/{id}/revoke", made.<String>path("api_key.id"))
          .then()
          .statusCode(200);
      decide(token, "approve", "{}").statusCode(410).body("code", equalTo("link_revoked"));
    }
  }
}
