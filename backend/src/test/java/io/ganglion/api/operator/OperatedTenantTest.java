package io.ganglion.api.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.ganglion.kernel.TenantId;
import io.ganglion.testing.Callers;
import io.ganglion.testing.Callers.Owner;
import io.ganglion.testing.SignedInPeople;
import io.ganglion.testing.Stack;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an operator sees of a tenant and does about it, and what the tenant sees of that. */
@QuarkusTest
@Tag("it")
class OperatedTenantTest {
  private static final String TENANTS = "/api/v1/operator/tenants";
  private static final String WAITS =
      """
      {"document":{"dsl":"1.0.3","namespace":"walk","name":"waits","version":"1.0.0"},
       "do":[{"a":{"wait":{"hours":1}}}]}
      """;

  private Owner owner;
  private String own;

  @BeforeEach
  void begin() {
    owner = Callers.owner();
    own = TENANTS + "/" + owner.tenant();
  }

  private ValidatableResponse suspend() {
    return Operators.byToken()
        .body("{\"reason\":\"spam\"}")
        .post(own + "/suspend")
        .then()
        .statusCode(200);
  }

  private ValidatableResponse start() {
    owner
        .request()
        .body(WAITS)
        .post("/api/v1/workflows")
        .then()
        .statusCode(anyOf(is(200), is(201)));
    return owner.request().body("{\"workflow\":\"walk/waits\"}").post("/api/v1/runs").then();
  }

  @Nested
  class Is200 {
    @Test
    void one_is_found_by_a_part_of_its_name_by_its_identifier_and_by_state() {
      var name = "Acme " + UUID.randomUUID();
      owner
          .request()
          .body("{\"name\":\"%s\"}".formatted(name))
          .patch("/api/v1/tenant")
          .then()
          .statusCode(200);
      for (var q : new String[] {name.toUpperCase(java.util.Locale.ROOT), owner.tenant()}) {
        Operators.byToken()
            .queryParam("q", q)
            .queryParam("state", "active")
            .get(TENANTS)
            .then()
            .statusCode(200)
            .body("data.id", contains(owner.tenant()))
            .body("data[0].name", equalTo(name))
            .body("data[0].plan", equalTo("free"))
            .body("data[0].used", equalTo(0));
      }
      Operators.byToken()
          .queryParam("q", name)
          .queryParam("state", "suspended")
          .get(TENANTS)
          .then()
          .body("data", org.hamcrest.Matchers.empty());
    }

    @Test
    void what_is_shown_of_one_names_none_of_its_people_and_things() {
      var person = SignedInPeople.newcomer();
      var tenant = SignedInPeople.tenantOf(person);
      var shown = Operators.byToken().get(TENANTS + "/" + tenant).then().extract().asString();
      assertThat(shown).contains(tenant).doesNotContain(person.email(), "per_", "key_");
    }

    @Test
    void a_suspended_one_starts_nothing_until_it_is_resumed_and_its_log_says_who_and_why() {
      suspend().body("state", equalTo("suspended")).body("barred", equalTo("spam"));
      start().statusCode(402).body("code", equalTo("tenant_suspended"));
      owner
          .request()
          .get("/api/v1/audit?action=tenant.suspended")
          .then()
          .body("data[0].actor", equalTo("operator"))
          .body("data[0].after.barred", equalTo("spam"));
      Operators.byToken()
          .post(own + "/resume")
          .then()
          .statusCode(200)
          .body("state", equalTo("active"))
          .body("barred", nullValue());
      start().statusCode(202);
      owner.request().get("/api/v1/audit").then().body("data.action", hasItem("tenant.reinstated"));
    }

    @Test
    void resuming_one_that_does_not_pay_leaves_it_suspended() throws SQLException {
      suspend();
      var id = TenantId.fromString(owner.tenant());
      try (var connection = Stack.asTenant("ganglion_app", id);
          var statement = connection.createStatement()) {
        statement.execute("UPDATE tenant SET unpaid = true WHERE id = '%s'".formatted(id.uuid()));
      }
      Operators.byToken()
          .post(own + "/resume")
          .then()
          .body("state", equalTo("suspended"))
          .body("unpaid", equalTo(true))
          .body("barred", nullValue());
      start().statusCode(402);
    }

    @Test
    void an_operator_who_signed_in_is_named_by_their_person() {
      var user = SignedInPeople.newcomer();
      Operators.byRole(user, Operators.ROLE)
          .body("{\"reason\":\"abuse\"}")
          .post(own + "/suspend")
          .then()
          .statusCode(200);
      owner
          .request()
          .get("/api/v1/audit?action=tenant.suspended")
          .then()
          .body("data[0].actor", equalTo("operator:" + SignedInPeople.idOf(user)));
    }

    @Test
    void another_k_is_what_the_tenant_may_hold_and_is_in_its_ledger() {
      var tag = Operators.byToken().get(own + "/limits").then().statusCode(200).extract();
      Operators.byToken()
          .header("If-Match", tag.header("ETag"))
          .body("{\"k\":37,\"requests_per_minute\":90000}")
          .put(own + "/limits")
          .then()
          .statusCode(200)
          .body("k", equalTo(37))
          .body("requests_per_minute", equalTo(90000));
      owner.request().get("/api/v1/capacity").then().body("k", equalTo(37));
      Operators.byToken().get(own).then().body("k", equalTo(37));
      assertThat(owner.request().get("/api/v1/ledger").asString()).contains("\"k\":37");
      owner
          .request()
          .get("/api/v1/audit?action=tenant.limited")
          .then()
          .body("data[0].after.requests_per_minute", equalTo(90000));
    }

    @Test
    void health_has_the_workers_and_names_no_tenant() {
      Operators.byToken()
          .get("/api/v1/operator/health")
          .then()
          .statusCode(200)
          .body(
              "workers.findAll { it.state == 'alive' }.size()",
              org.hamcrest.Matchers.greaterThan(0))
          .body("seal_lag_seconds", org.hamcrest.Matchers.notNullValue());
      assertThat(Operators.byToken().get("/api/v1/operator/health").asString())
          .doesNotContain("ten_");
    }
  }

  @Nested
  class Is400 {
    @Test
    void a_suspension_says_why() {
      Operators.byToken().body("{\"reason\":\" \"}").post(own + "/suspend").then().statusCode(400);
      Operators.byToken().body("{}").post(own + "/suspend").then().statusCode(400);
    }

    @Test
    void limits_are_numbers_that_can_be_held_to() {
      for (var body :
          new String[] {
            "{}", "{\"k\":-1}", "{\"k\":1,\"requests_per_minute\":0}", "{\"k\":2000000}"
          }) {
        Operators.byToken().body(body).put(own + "/limits").then().statusCode(400);
      }
      Operators.byToken().queryParam("state", "odd").get(TENANTS).then().statusCode(400);
    }
  }

  @Nested
  class Is404 {
    @Test
    void there_is_no_tenant_of_that_identifier() {
      var none = TENANTS + "/" + TenantId.next();
      Operators.byToken().get(none).then().statusCode(404);
      Operators.byToken().get(none + "/limits").then().statusCode(404);
      Operators.byToken().body("{\"k\":1}").put(none + "/limits").then().statusCode(404);
      Operators.byToken().post(none + "/resume").then().statusCode(404);
      Operators.byToken().body("{\"reason\":\"x\"}").post(none + "/suspend").then().statusCode(404);
    }
  }

  @Nested
  class Is412 {
    @Test
    void limits_that_have_changed_are_left_alone() {
      var tag = Operators.byToken().get(own + "/limits").then().extract().header("ETag");
      Operators.byToken().body("{\"k\":7}").put(own + "/limits").then().statusCode(200);
      Operators.byToken()
          .header("If-Match", tag)
          .body("{\"k\":6}")
          .put(own + "/limits")
          .then()
          .statusCode(412);
    }
  }
}
