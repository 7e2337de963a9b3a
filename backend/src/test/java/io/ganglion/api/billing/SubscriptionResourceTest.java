package io.ganglion.api.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.ganglion.kernel.TenantId;
import io.ganglion.testing.Callers;
import io.ganglion.testing.SignedInPeople;
import io.ganglion.testing.Stack;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("it")
class SubscriptionResourceTest {
  private static final String SUBSCRIPTION = "/api/v1/subscription";
  private static final String PREVIEW = SUBSCRIPTION + "/preview";
  private static final String BY_HAND = "/api/v1/operator/tenants/{t}/subscription";

  private static ValidatableResponse change(Callers.Owner owner, String body) {
    return owner.request().body(body).patch(SUBSCRIPTION).then();
  }

  @Nested
  class Answers200 {
    @Test
    void plans_are_listed_with_their_prices() {
      Callers.owner()
          .request()
          .get("/api/v1/plans")
          .then()
          .statusCode(200)
          .body("data.name", contains("free", "team", "scale", "enterprise"))
          .body("data[1].month.amount_minor", equalTo(4_900))
          .body("data[1].burst.currency", equalTo("EUR"))
          .body("data[3].k", nullValue());
    }

    @Test
    void a_tenant_that_never_chose_is_on_the_free_plan() {
      var owner = Callers.owner();
      owner
          .request()
          .get(SUBSCRIPTION)
          .then()
          .statusCode(200)
          .header("ETag", "\"0\"")
          .body("plan", equalTo("free"))
          .body("k", equalTo(5))
          .body("payment", equalTo("hand"))
          .body("burst_price", nullValue())
          .body("agreed_at", equalTo(made(owner)));
      owner
          .request()
          .get("/api/v1/capacity")
          .then()
          .statusCode(200)
          .body("k", equalTo(5))
          .body("ceiling", equalTo(5))
          .body("used", equalTo(0))
          .body("waiting", equalTo(0));
    }

    private static String made(Callers.Owner owner) {
      return owner.request().get("/api/v1/tenant").then().extract().path("created_at");
    }

    @Test
    void a_change_holds_at_once_in_capacity_ledger_and_audit_log() throws Exception {
      var owner = Callers.owner();
      owner
          .request()
          .header("If-Match", "\"0\"")
          .body(
              "{\"plan\":\"team\",\"burst\":true,\"burst_cap\":{\"amount_minor\":5000,\"currency\":\"EUR\"}}")
          .patch(SUBSCRIPTION)
          .then()
          .statusCode(200)
          .header("ETag", "\"1\"")
          .body("plan", equalTo("team"))
          .body("prices", equalTo("2026-11"))
          .body("trial_ends", notNullValue())
          .body("burst_cap.amount_minor", equalTo(5_000));
      owner
          .request()
          .get("/api/v1/capacity")
          .then()
          .body("k", equalTo(25))
          .body("ceiling", equalTo(10_000));
      owner
          .request()
          .get("/api/v1/audit?action=subscription.changed")
          .then()
          .body("data[0].before.plan", equalTo("free"))
          .body("data[0].after.plan", equalTo("team"));
      assertThat(ledger(owner)).isEqualTo("plan capacity");
    }

    private static String ledger(Callers.Owner owner) throws java.sql.SQLException {
      var tenant = TenantId.fromString(owner.tenant());
      try (var connection = Stack.asTenant("ganglion_app", tenant);
          var statement = connection.createStatement();
          var row =
              statement.executeQuery("SELECT string_agg(kind, ' ' ORDER BY seq) FROM ledger_row")) {
        row.next();
        return row.getString(1);
      }
    }

    @Test
    void what_is_left_out_stays_and_the_same_again_changes_nothing() {
      var owner = Callers.owner();
      change(owner, "{\"plan\":\"scale\",\"interval\":\"year\"}").statusCode(200);
      change(owner, "{\"customer\":{\"name\":\"Acme\",\"email\":\"accounts@acme.example\"}}")
          .statusCode(200)
          .header("ETag", "\"2\"")
          .body("interval", equalTo("year"))
          .body("customer.name", equalTo("Acme"));
      change(owner, "{\"plan\":\"scale\"}").statusCode(200).header("ETag", "\"2\"");
    }

    @Test
    void what_is_left_out_of_the_customer_stays_and_null_takes_it_away() {
      var owner = Callers.owner();
      change(
              owner,
              "{\"customer\":{\"name\":\"Acme\",\"address\":\"1 Main Street\",\"email\":\"a@b.example\"}}")
          .statusCode(200)
          .body("agreed_at", equalTo(made(owner)));
      change(owner, "{\"customer\":{\"tax_id\":\"DE123\"}}")
          .statusCode(200)
          .body("customer.name", equalTo("Acme"))
          .body("customer.address", equalTo("1 Main Street"))
          .body("customer.tax_id", equalTo("DE123"))
          .body("customer.email", equalTo("a@b.example"));
      change(owner, "{\"customer\":{\"name\":null,\"email\":null}}")
          .statusCode(200)
          .body("customer.name", nullValue())
          .body("customer.address", equalTo("1 Main Street"))
          .body("customer.tax_id", equalTo("DE123"))
          .body("customer.email", nullValue());
      change(owner, "{\"customer\":{}}").statusCode(200).header("ETag", "\"3\"");
      change(owner, "{\"customer\":null}").statusCode(200).header("ETag", "\"3\"");
    }

    @Test
    void the_operator_sets_what_was_agreed_by_hand() {
      var owner = Callers.owner();
      Callers.as(Stack.OPERATOR_TOKEN)
          .body("{\"k\":1000,\"interval\":\"year\",\"fee_minor\":1200000,\"burst_minor\":30}")
          .put(BY_HAND, owner.tenant())
          .then()
          .statusCode(200)
          .body("plan", equalTo("enterprise"))
          .body("k", equalTo(1_000));
      owner.request().get("/api/v1/capacity").then().body("k", equalTo(1_000));
    }
  }

  @Nested
  class Answers400 {
    @Test
    void what_is_wrong_is_told_by_its_place() {
      var owner = Callers.owner();
      change(owner, "{\"plan\":\"huge\"}").statusCode(400).body("errors.pointer", hasItem("/plan"));
      for (var asked : List.of("plan=huge", "interval=week")) {
        owner.request().get(PREVIEW + "?" + asked).then().statusCode(400);
      }
      change(owner, "{\"plan\":\"team\",\"burst_cap\":{\"amount_minor\":1,\"currency\":\"EUR\"}}")
          .statusCode(400)
          .body("errors.pointer", hasItem("/burst_cap"));
      change(
              owner,
              "{\"plan\":\"team\",\"burst\":true,\"burst_cap\":{\"amount_minor\":1,\"currency\":\"USD\"}}")
          .statusCode(400)
          .body("errors.pointer", hasItem("/burst_cap/currency"));
      change(owner, "{\"customer\":{\"email\":\"nobody\"}}")
          .statusCode(400)
          .body("errors.pointer", hasItem("/customer/email"));
      change(owner, "{\"customer\":{\"name\":1}}")
          .statusCode(400)
          .body("errors.pointer", hasItem("/customer/name"));
    }
  }

  @Nested
  class Answers401 {
    @Test
    void the_operator_s_calls_are_the_operator_s() {
      var owner = Callers.owner();
      owner
          .request()
          .body("{\"k\":1000,\"fee_minor\":0,\"burst_minor\":0}")
          .put(BY_HAND, owner.tenant())
          .then()
          .statusCode(401);
    }
  }

  @Nested
  class Answers403 {
    @Test
    void bills_are_for_owners_and_admins() {
      var ann = SignedInPeople.newcomer();
      var tenant = SignedInPeople.tenantOf(ann);
      for (var role : List.of("operator", "approver", "viewer")) {
        var member = SignedInPeople.member(tenant, ann, role);
        for (var path :
            List.of(SUBSCRIPTION, PREVIEW, "/api/v1/invoices", "/api/v1/invoices/upcoming")) {
          SignedInPeople.in(tenant, member)
              .get(path)
              .then()
              .statusCode(403)
              .body("detail", containsString("billing:read"));
        }
        SignedInPeople.in(tenant, member).get("/api/v1/capacity").then().statusCode(200);
      }
      var admin = SignedInPeople.member(tenant, ann, "admin");
      SignedInPeople.in(tenant, admin)
          .body("{\"plan\":\"team\"}")
          .patch(SUBSCRIPTION)
          .then()
          .statusCode(200);
    }

    @Test
    void who_may_read_may_not_change() {
      var owner = Callers.owner();
      Callers.as(Callers.keyWith(owner, "billing:read"))
          .body("{\"plan\":\"team\"}")
          .patch(SUBSCRIPTION)
          .then()
          .statusCode(403);
    }
  }

  @Nested
  class Answers409 {
    @Test
    void what_can_t_be_had_says_what_to_do() {
      var owner = Callers.owner();
      change(owner, "{\"plan\":\"enterprise\"}")
          .statusCode(409)
          .body("code", equalTo("plan_by_hand"));
      owner
          .request()
          .get(PREVIEW + "?plan=enterprise")
          .then()
          .statusCode(409)
          .body("code", equalTo("plan_by_hand"));
      change(owner, "{\"burst\":true,\"burst_cap\":{\"amount_minor\":1,\"currency\":\"EUR\"}}")
          .statusCode(409)
          .body("code", equalTo("no_burst"));
    }
  }

  @Nested
  class Answers412 {
    @Test
    void a_subscription_that_has_changed_meanwhile_stays() {
      var owner = Callers.owner();
      change(owner, "{\"plan\":\"team\"}").statusCode(200);
      owner
          .request()
          .header("If-Match", "\"0\"")
          .body("{\"plan\":\"scale\"}")
          .patch(SUBSCRIPTION)
          .then()
          .statusCode(412);
      owner.request().get(SUBSCRIPTION).then().body("plan", equalTo("team"));
    }
  }
}
