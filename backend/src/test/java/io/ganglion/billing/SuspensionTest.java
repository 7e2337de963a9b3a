package io.ganglion.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import io.ganglion.testing.Callers;
import io.ganglion.testing.Mails;
import io.ganglion.testing.OidcIssuer.User;
import io.ganglion.testing.Patience;
import io.ganglion.testing.SignedInPeople;
import io.ganglion.testing.Stack;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.YearMonth;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A tenant that doesn't pay, and then does. */
@QuarkusTest
@Tag("it")
class SuspensionTest {
  private static final YearMonth MONTH = YearMonth.of(2031, 4);
  private static final String POSTS_TWICE =
      """
      document: {dsl: '1.0.3', namespace: walk, name: twice, version: '1.0.0'}
      do:
        - first: {call: x.createPost, with: {connection: x, text: one}}
        - pause: {wait: {seconds: 3}}
        - second: {call: x.createPost, with: {connection: x, text: two}}
      """;

  @Inject SetClock clock;
  @Inject Subscriptions subscriptions;
  @Inject Closing closing;
  @Inject Dunning dunning;

  private final User owner = SignedInPeople.newcomer();
  private String tenant = "";
  private TenantId id = TenantId.NOBODY;

  @BeforeEach
  void begin() {
    tenant = SignedInPeople.tenantOf(owner);
    id = TenantId.fromString(tenant);
  }

  @AfterEach
  void end() {
    clock.real();
  }

  private RequestSpecification request() {
    return SignedInPeople.in(tenant, owner);
  }

  private Invoice unpaid() {
    clock.set(BillingClock.start(MONTH));
    subscriptions.change(
        id, new SubscriptionChange("scale", null, null, null, null), OptionalLong.empty());
    clock.set(BillingClock.end(MONTH).plus(Duration.ofHours(2)));
    return closing.close(id, MONTH).orElseThrow();
  }

  private void pass(Invoice invoice, Dunning.Step step) {
    dunning.run(Dunning.subject(id, invoice.id(), step));
  }

  private String running() {
    var account =
        request()
            .body("{\"platform\":\"x\"}")
            .post("/api/v1/lab/accounts")
            .then()
            .statusCode(201)
            .extract();
    var connection =
        ((com.fasterxml.jackson.databind.node.ObjectNode) Json.read(account.asString()))
            .withObject("/connection")
            .put("name", "x");
    request().body(Json.write(connection)).post("/api/v1/connections").then().statusCode(201);
    var agent =
        request()
            .body("{\"name\":\"poster\",\"connections\":[\"x\"]}")
            .post("/api/v1/agents")
            .then()
            .statusCode(201)
            .extract()
            .<String>path("id");
    request()
        .contentType("application/yaml")
        .body(POSTS_TWICE.getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/workflows")
        .then()
        .statusCode(201);
    return start(agent).then().statusCode(202).extract().path("id");
  }

  private io.restassured.response.Response start(String agent) {
    return request()
        .body("{\"workflow\":\"walk/twice\",\"agent\":\"%s\"}".formatted(agent))
        .post("/api/v1/runs");
  }

  private String state(String run) {
    return request().get("/api/v1/runs/" + run).then().statusCode(200).extract().path("state");
  }

  @Test
  void an_overdue_tenant_is_warned_suspended_and_goes_on_when_it_has_paid() {
    var invoice = unpaid();
    pass(invoice, Dunning.Step.OVERDUE);
    pass(invoice, Dunning.Step.OVERDUE); // the process died after it, say
    request()
        .get("/api/v1/invoices/" + invoice.id())
        .then()
        .statusCode(200)
        .body("state", equalTo("overdue"));

    var run = running();
    Patience.await()
        .until(
            () -> request().get("/api/v1/runs/" + run + "/effects").then().extract().asString(),
            text -> text.contains("LANDED"));
    pass(invoice, Dunning.Step.SUSPEND);

    Patience.await()
        .until(
            () ->
                request()
                    .get("/api/v1/runs/" + run)
                    .then()
                    .extract()
                    .<String>path("waiting_for.reason"),
            reason -> "suspended".equals(reason));
    start("agt_01h2xcejqtf2nbrexx3vqjhp41")
        .then()
        .statusCode(402)
        .body("code", equalTo("tenant_suspended"))
        .body("detail", containsString("/api/v1/invoices"));
    request().get("/api/v1/agents").then().statusCode(200);
    request().get("/api/v1/me").then().body("tenants.suspended", contains(true));
    request().get("/api/v1/subscription").then().statusCode(200);

    Callers.as(Stack.OPERATOR_TOKEN)
        .body("{\"reference\":\"bank transfer\"}")
        .post("/api/v1/operator/tenants/{t}/invoices/{i}/paid", tenant, invoice.id().toString())
        .then()
        .statusCode(200)
        .body("state", equalTo("paid"))
        .body("settled_by", equalTo("hand"));
    Patience.await().until(() -> state(run), "SUCCEEDED"::equals);
    request().get("/api/v1/me").then().body("tenants.suspended", contains(false));

    assertThat(Mails.to(owner.email(), 4))
        .extracting(Mails.Mail::subject)
        .containsExactlyInAnyOrder(
            "Invoice %s for Ann's".formatted(invoice.label()),
            "Invoice %s of Ann's is overdue".formatted(invoice.label()),
            "Ann's is suspended",
            "Ann's goes on");
  }

  @Test
  void who_paid_in_time_is_neither_warned_nor_suspended() {
    var invoice = unpaid();
    for (int i = 0; i < 2; i++) { // again: nothing changes
      Callers.as(Stack.OPERATOR_TOKEN)
          .body("{\"reference\":\"bank transfer\"}")
          .post("/api/v1/operator/tenants/{t}/invoices/{i}/paid", tenant, invoice.id().toString())
          .then()
          .statusCode(200);
    }
    pass(invoice, Dunning.Step.OVERDUE);
    pass(invoice, Dunning.Step.SUSPEND);
    assertThat(Mails.to(owner.email(), 1)).hasSize(1);
    request()
        .get("/api/v1/invoices/" + invoice.id())
        .then()
        .body("state", equalTo("paid"))
        .body("reference", equalTo("bank transfer"));
  }
}
