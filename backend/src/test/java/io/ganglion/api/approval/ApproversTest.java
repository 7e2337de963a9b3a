package io.ganglion.api.approval;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.testing.Callers;
import io.ganglion.testing.OidcIssuer.User;
import io.ganglion.testing.Patience;
import io.ganglion.testing.SignedInPeople;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Approvals that named people or roles alone may decide. */
@QuarkusTest
class ApproversTest {
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

  /** The approval of a new run that names who decides. */
  private String asked(String approvers) {
    return asked(
        null,
        "{call: ganglion.approval, with: {title: May I?, approvers: [%s]}}".formatted(approvers));
  }

  private String asked(@Nullable String agent, String task) {
    var definition =
        """
        document: {dsl: '1.0.3', namespace: routes, name: asks-%d, version: '1.0.0'}
        do:
          - ask: %s
        """
            .formatted(++asked, task);
    String workflow =
        as(owner)
            .contentType("application/yaml")
            .body(definition.getBytes(StandardCharsets.UTF_8))
            .post("/api/v1/workflows")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    String run =
        as(owner)
            .body(Json.write(Json.object().put("workflow", workflow).put("agent", agent)))
            .post("/api/v1/runs")
            .then()
            .statusCode(202)
            .extract()
            .path("id");
    return Patience.await()
        .until(
            () -> as(owner).get("/api/v1/approvals?run=" + run).then().extract().path("data[0].id"),
            id -> id != null);
  }

  /** The approval of an act that can't be undone, by an agent whose policy names who decides. */
  private String act(String approvers) {
    var account =
        as(owner)
            .body("{\"platform\":\"evm\"}")
            .post("/api/v1/lab/accounts")
            .then()
            .extract()
            .body()
            .asString();
    var connection = (ObjectNode) Json.read(account).path("connection").deepCopy();
    as(owner)
        .body(Json.write(connection.put("name", "treasury")))
        .post("/api/v1/connections")
        .then()
        .statusCode(201);
    String agent =
        as(owner)
            .body(
                "{\"name\":\"careful\",\"connections\":[\"treasury\"],\"policy\":{\"irreversible\":\"approve\",\"approvers\":%s}}"
                    .formatted(approvers))
            .post("/api/v1/agents")
            .then()
            .statusCode(201)
            .body("policy.approvers.size()", equalTo(1))
            .extract()
            .path("id");
    return asked(
        agent,
        "{call: evm.sendTransaction, with: {connection: treasury, to:"
            + " '0x00000000000000000000000000000000000c0ffe', value_wei: '5'}}");
  }

  private ValidatableResponse approve(RequestSpecification who, String approval) {
    return who.body("{}").post("/api/v1/approvals/" + approval + "/approve").then();
  }

  private String key(RequestSpecification by) {
    return by.body("{\"name\":\"decides\",\"scopes\":[\"approvals:write\"]}")
        .post("/api/v1/api-keys")
        .then()
        .statusCode(201)
        .extract()
        .path("secret");
  }

  @Nested
  @Tag("it")
  class Status_200 {
    @Test
    void a_member_of_a_named_role_decides() {
      var approver = SignedInPeople.member(tenant, owner, "approver");
      var approval = asked("approver");
      as(owner)
          .get("/api/v1/approvals/" + approval)
          .then()
          .body("approvers[0]", equalTo("approver"));
      approve(as(approver), approval)
          .statusCode(200)
          .body("decided_by", equalTo(SignedInPeople.idOf(approver)));
    }

    @Test
    void who_is_named_by_address_or_identifier_decides() {
      var ada = SignedInPeople.member(tenant, owner, "operator");
      var bob = SignedInPeople.member(tenant, owner, "operator");
      approve(as(ada), asked("'%s'".formatted(ada.email().toUpperCase(Locale.ROOT))))
          .statusCode(200);
      approve(as(bob), asked(SignedInPeople.idOf(bob))).statusCode(200);
    }
  }

  @Nested
  @Tag("it")
  class Status_400 {
    @Test
    void a_name_that_can_be_nobodys_is_refused() {
      as(owner)
          .body("{\"name\":\"a\",\"connections\":[],\"policy\":{\"approvers\":[\"boss\"]}}")
          .post("/api/v1/agents")
          .then()
          .statusCode(400)
          .body("errors[0].pointer", equalTo("/policy/approvers"));
    }
  }

  @Nested
  @Tag("it")
  class Status_403 {
    @Test
    void a_policy_names_who_approves_acts_that_cant_be_undone() {
      var approver = SignedInPeople.member(tenant, owner, "approver");
      var approval = act("[\"approver\"]");
      approve(as(owner), approval).statusCode(403).body("code", equalTo("not_an_approver"));
      approve(as(approver), approval).statusCode(200);
    }

    @Test
    void others_are_told_who_may() {
      var operator = SignedInPeople.member(tenant, owner, "operator");
      var approval = asked("approver, 'ada@example.org'");
      for (var other : new User[] {owner, operator}) {
        approve(as(other), approval)
            .statusCode(403)
            .body("code", equalTo("not_an_approver"))
            .body("detail", containsString("approver, ada@example.org"));
      }
      as(owner).get("/api/v1/approvals/" + approval).then().body("state", equalTo("PENDING"));
    }

    @Test
    void an_api_key_has_no_role_and_decides_only_where_nobody_or_itself_is_named() {
      var key = key(as(owner));
      approve(Callers.as(key), asked("owner"))
          .statusCode(403)
          .body("code", equalTo("not_an_approver"));
    }
  }
}
