package io.ganglion.api.billing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.ganglion.billing.BillingClock;
import io.ganglion.billing.Closing;
import io.ganglion.billing.SetClock;
import io.ganglion.kernel.TenantId;
import io.ganglion.testing.Callers;
import io.ganglion.testing.Stack;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("it")
class InvoiceResourceTest {
  private static final YearMonth MONTH = YearMonth.of(2031, 4);
  private static final String INVOICES = "/api/v1/invoices";
  private static final String NOTHING = INVOICES + "/inv_01h2xcejqtf2nbrexx3vqjhp41";

  @Inject SetClock clock;
  @Inject Closing closing;

  @AfterEach
  void end() {
    clock.real();
  }

  private static void choose(Callers.Owner owner, String plan) {
    owner
        .request()
        .body("{\"plan\":\"%s\"}".formatted(plan))
        .patch("/api/v1/subscription")
        .then()
        .statusCode(200);
  }

  private String issued(Callers.Owner owner) {
    clock.set(BillingClock.start(MONTH));
    choose(owner, "scale");
    clock.set(BillingClock.end(MONTH).plus(Duration.ofHours(2)));
    return closing.close(TenantId.fromString(owner.tenant()), MONTH).orElseThrow().id().toString();
  }

  private static ValidatableResponse operate(
      Callers.Owner owner, String invoice, String act, String body) {
    return Callers.as(Stack.OPERATOR_TOKEN)
        .header("Idempotency-Key", act + invoice)
        .body(body)
        .post("/api/v1/operator/tenants/{t}/invoices/{i}/" + act, owner.tenant(), invoice)
        .then();
  }

  @Nested
  class Answers200 {
    @Test
    void an_invoice_is_had_as_json_pdf_and_csv() {
      var owner = Callers.owner();
      var id = issued(owner);
      owner
          .request()
          .get(INVOICES)
          .then()
          .statusCode(200)
          .body("data", hasSize(1))
          .body("data[0].id", equalTo(id))
          .body("data[0].number", startsWith("GAN-"))
          .body("data[0].total.amount_minor", equalTo(39_900))
          .body("next_cursor", nullValue());
      owner
          .request()
          .get(INVOICES + "/" + id)
          .then()
          .statusCode(200)
          .body("state", equalTo("open"))
          .body("month", equalTo("2031-04"))
          .body("lines[0].kind", equalTo("fee"))
          .body("lines[0].quantity", equalTo(30 * 86_400))
          .body("customer.name", equalTo("a tenant"))
          .body("due_minor", equalTo(39_900));
      var pdf =
          owner
              .request()
              .get(INVOICES + "/" + id + ".pdf")
              .then()
              .statusCode(200)
              .contentType("application/pdf")
              .header("Content-Disposition", containsString(".pdf"))
              .extract()
              .asByteArray();
      assertThat(new String(pdf, 0, 5, US_ASCII)).isEqualTo("%PDF-");
      owner
          .request()
          .get(INVOICES + "/" + id + ".csv")
          .then()
          .statusCode(200)
          .contentType("text/csv")
          .body(containsString("399.00,EUR"));
    }

    @Test
    void the_upcoming_invoice_is_a_draft_of_this_month() {
      var owner = Callers.owner();
      clock.set(BillingClock.start(MONTH).plus(Duration.ofDays(15)));
      choose(owner, "scale");
      owner
          .request()
          .get(INVOICES + "/upcoming")
          .then()
          .statusCode(200)
          .body("state", equalTo("draft"))
          .body("id", nullValue())
          .body("total_minor", equalTo(19_950));
    }

    @Test
    void a_change_of_plan_is_prorated_before_it_is_made_as_it_is_after() {
      var owner = Callers.owner();
      clock.set(BillingClock.start(MONTH));
      choose(owner, "scale");
      clock.set(BillingClock.start(MONTH).plus(Duration.ofDays(15)));
      var preview =
          owner
              .request()
              .get("/api/v1/subscription/preview?plan=team&interval=year")
              .then()
              .statusCode(200)
              .body("subscription.plan", equalTo("team"))
              .body("subscription.k", equalTo(25))
              .body("subscription.trial_ends", equalTo("2031-04-30T00:00:00.000Z"))
              .body("upcoming.state", equalTo("draft"))
              .extract()
              .jsonPath();
      assertThat(preview.getList("upcoming.lines.amount_minor", Integer.class))
          .hasSize(2)
          .startsWith(19_950);
      owner.request().get("/api/v1/subscription").then().body("plan", equalTo("scale"));
      owner.request().get("/api/v1/ledger/root").then().body("seq", equalTo(2));
      owner
          .request()
          .body("{\"plan\":\"team\",\"interval\":\"year\"}")
          .patch("/api/v1/subscription")
          .then()
          .statusCode(200);
      owner
          .request()
          .get(INVOICES + "/upcoming")
          .then()
          .body("lines", equalTo(preview.getList("upcoming.lines")))
          .body("due_minor", equalTo(preview.getInt("upcoming.due_minor")));
    }

    @Test
    void what_a_month_would_have_cost_is_told() {
      var owner = Callers.owner();
      clock.set(BillingClock.start(MONTH));
      choose(owner, "scale");
      owner
          .request()
          .get("/api/v1/billing/what-if?month=2031-04&plan=team&k=30")
          .then()
          .statusCode(200)
          .body("plan", equalTo("team"))
          .body("k", equalTo(30))
          .body("was.total_minor", equalTo(39_900))
          .body("would.total_minor", equalTo(4_900));
    }
  }

  @Nested
  class Answers201 {
    @Test
    void a_credit_note_is_issued_once_for_its_key() {
      var owner = Callers.owner();
      var id = issued(owner);
      var numbers = new HashSet<String>();
      for (int i = 0; i < 2; i++) {
        numbers.add(
            operate(owner, id, "credit-notes", "{\"amount_minor\":1500,\"reason\":\"An outage\"}")
                .statusCode(201)
                .body("kind", equalTo("credit_note"))
                .body("about", equalTo(id))
                .extract()
                .path("number"));
      }
      assertThat(numbers).hasSize(1);
      owner
          .request()
          .get("/api/v1/audit?action=credit_note.issued")
          .then()
          .body("data", hasSize(1))
          .body("data[0].actor", equalTo("operator"));
    }
  }

  @Nested
  class Answers400 {
    @Test
    void a_month_or_plan_that_can_t_be_asked_for_is_refused() {
      var owner = Callers.owner();
      for (var query :
          List.of(
              "",
              "?month=april",
              "?month=9999-01",
              "?month=2026-11&k=-1",
              "?month=2026-11&plan=enterprise")) {
        owner.request().get("/api/v1/billing/what-if" + query).then().statusCode(400);
      }
    }

    @Test
    void a_credit_needs_an_amount_and_a_reason() {
      operate(
              Callers.owner(),
              "inv_01h2xcejqtf2nbrexx3vqjhp41",
              "credit-notes",
              "{\"amount_minor\":0,\"reason\":\"\"}")
          .statusCode(400)
          .body("errors.pointer", hasItem("/amount_minor"))
          .body("errors.pointer", hasItem("/reason"));
    }
  }

  @Nested
  class Answers401 {
    @Test
    void the_tenant_can_t_mark_its_own_invoice_as_paid() {
      var owner = Callers.owner();
      var id = issued(owner);
      owner
          .request()
          .body("{\"reference\":\"believe me\"}")
          .post("/api/v1/operator/tenants/{t}/invoices/{i}/paid", owner.tenant(), id)
          .then()
          .statusCode(401);
    }
  }

  @Nested
  class Answers404 {
    @Test
    void what_does_not_exist_is_not_found_in_any_form() {
      var owner = Callers.owner();
      for (var path : List.of(NOTHING, NOTHING + ".pdf", NOTHING + ".csv")) {
        owner.request().get(path).then().statusCode(404).body("code", equalTo("not_found"));
      }
    }
  }

  @Nested
  class Answers409 {
    @Test
    void what_is_settled_stays_settled() {
      var owner = Callers.owner();
      var id = issued(owner);
      var why = "{\"reference\":\"a mistake\"}";
      operate(owner, id, "void", why).statusCode(200).body("state", equalTo("void"));
      operate(owner, id, "paid", why).statusCode(409).body("code", equalTo("invoice_settled"));
    }
  }
}
