package io.ganglion.isolation;

import static io.ganglion.testing.SignedInPeople.in;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.kernel.Json;
import io.ganglion.testing.Callers;
import io.ganglion.testing.Inhabited;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Walks every operation of the OpenAPI document as one tenant, with the identifiers of another that
 * has one of everything. The walk is made from the document: a new operation is walked as well, or
 * the test fails.
 */
@QuarkusTest
@Tag("isolation")
class TwoTenantWalkTest {
  /** What is of no tenant: the operator's own, whose tests say who is let in. */
  private static final Set<String> OURS_ALONE =
      Set.of(
          "/api/v1/operator/incidents/{id}",
          "/api/v1/operator/incidents/{id}/updates",
          "/api/v1/operator/tenants/{tenant}",
          "/api/v1/operator/tenants/{tenant}/limits",
          "/api/v1/operator/tenants/{tenant}/resume",
          "/api/v1/operator/tenants/{tenant}/suspend",
          "/api/v1/lab/scenarios/{name}",
          "/api/v1/lab/scenarios/{name}/leaderboard", // TrialResourceTest has another's trials
          "/api/v1/operator/tenants/{tenant}/invoices/{id}/credit-notes",
          "/api/v1/operator/tenants/{tenant}/invoices/{id}/paid",
          "/api/v1/operator/tenants/{tenant}/invoices/{id}/void",
          "/api/v1/operator/tenants/{tenant}/reconciliation",
          "/api/v1/operator/tenants/{tenant}/subscription",
          "/api/v1/vault/rotations/{id}",
          "/api/v1/approval-links/{token}", // ApprovalLinkTest has another's
          "/api/v1/approval-links/{token}/approve",
          "/api/v1/approval-links/{token}/reject",
          "/in/{token}"); // whose token is another's address, by which SourceResourceTest goes

  /** A stream that goes on; what it tells whom, its own test says. */
  private static final String ENDLESS = "/api/v1/events/stream";

  /**
   * Tables that have rows only while something is under way, or of a person or the operator; they
   * have the same policy, which RowSecurityTest checks of every table.
   */
  private static final Set<String> EMPTY =
      Set.of(
          "tenant_move", // of tenants on their way, which nobody enters
          "capacity",
          "capacity_waiter",
          "checkpoint",
          "compensable",
          "corrected_hour",
          "hold_zero",
          "incident", // the operator's, as what follows
          "incident_update",
          "lab_trial_due",
          "ledger_day", // once a day is over
          "notification_pending",
          "person",
          "reservation",
          "schedule_due",
          "spend_waiter",
          "sign_in_provider", // needs a Keycloak
          "state_undo",
          "stripe_account", // needs a Stripe, as those that follow
          "stripe_event",
          "stripe_meter_event",
          "stripe_payment",
          "stripe_reconciliation",
          "system_waiter",
          "tenant_limit",
          "upstream_pause",
          "vault_rotation",
          "webhook_pending");

  /** Where the least body that the document allows is not one that the operation takes. */
  private static final Map<String, String> BODIES =
      Map.of(
          "POST /api/v1/endpoints/{id}/replay", "{\"failed\":true}",
          "POST /api/v1/effects/{id}/resolve", "{\"outcome\":\"not_landed\"}",
          "POST /api/v1/runs/{id}/signal", "{\"name\":\"go\"}",
          "PUT /api/v1/runs/{id}/groups/{key}",
              "{\"participants\":[{\"key\":\"a\",\"connection\":\"x\",\"action\":\"x.createPost\",\"input\":{}}]}");

  private static Inhabited theirs;
  private static Inhabited ours;

  @BeforeEach
  void twoTenants() {
    if (theirs == null) { // once: it takes seconds
      theirs = new Inhabited();
      ours = new Inhabited();
    }
  }

  @Test
  void another_s_things_are_as_if_they_did_not_exist() throws Exception {
    var before = theirs.snapshot();
    var wrong = new ArrayList<String>();
    int walked = 0;
    for (var operation : operations()) {
      if (!operation.path().contains("{") || OURS_ALONE.contains(operation.path())) {
        continue;
      }
      var thing = collection(operation.path()).map(theirs.things::get);
      assertThat(thing).as("nothing of theirs to try %s with", operation).isPresent();
      for (var caller : List.<Supplier<RequestSpecification>>of(this::byKey, this::byPerson)) {
        var foreign = send(caller.get(), operation, thing.get());
        var missing = send(caller.get(), operation, nobody(thing.get()));
        walked++;
        boolean alike = plain(foreign).equals(plain(missing));
        if (!(foreign.statusCode() == 404 && alike) && !forPeople(foreign, missing)) {
          wrong.add(
              "%s: %d %s, and of nothing %d %s"
                  .formatted(
                      operation,
                      foreign.statusCode(),
                      foreign.asString(),
                      missing.statusCode(),
                      missing.asString()));
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(walked).isGreaterThan(80);
    assertThat(theirs.snapshot()).isEqualTo(before);
  }

  @Test
  void no_list_shows_anything_of_another() {
    var secrets = new ArrayList<>(theirs.things.values());
    secrets.add(theirs.tenant);
    secrets.add(theirs.owner.email());
    int read = 0;
    for (var operation : operations()) {
      if (!operation.method().equals("get") || operation.path().equals(ENDLESS)) {
        continue;
      }
      var path = operation.path();
      var own = collection(path).map(ours.things::get).orElse("x");
      for (var caller : List.<Supplier<RequestSpecification>>of(this::byKey, this::byPerson)) {
        var answer = send(caller.get().queryParam("limit", "100"), operation, own);
        if (answer.statusCode() == 400) { // not a list
          answer = send(caller.get(), operation, own);
        }
        assertThat(answer.statusCode()).as("%s %s", operation, answer.asString()).isLessThan(500);
        assertThat(answer.asString()).as(operation.toString()).doesNotContain(secrets);
        read++;
      }
    }
    assertThat(read).isGreaterThan(40);
  }

  @Test
  void a_cursor_of_another_s_list_shows_one_s_own() {
    for (var list :
        List.of(
            "/runs",
            "/api-keys",
            "/members",
            "/invitations",
            "/workflows",
            "/endpoints",
            "/messages")) {
      var cursor =
          theirs
              .request()
              .get("/api/v1" + list + "?limit=1")
              .then()
              .statusCode(200)
              .extract()
              .<String>path("next_cursor");
      if (cursor != null) {
        var answer =
            byKey().queryParam("cursor", cursor).get("/api/v1" + list).then().extract().asString();
        assertThat(answer).as(list).doesNotContain(theirs.things.values());
      }
    }
  }

  @Test
  void nothing_of_one_s_own_can_be_made_of_another_s_things() {
    var bodies =
        List.of(
            body("/runs", "{\"workflow\":\"%s\"}", "workflows"),
            body("/runs", "{\"workflow\":\"walk/asks\",\"agent\":\"%s\"}", "agents"),
            body("/connections/authorize", "{\"connection\":\"%s\"}", "connections"),
            body("/runs", "{\"session\":true,\"agent\":\"%s\"}", "agents"));
    for (var one : bodies) {
      var answer = byKey().body(one[1]).post("/api/v1" + one[0]);
      assertThat(answer.statusCode()).as("%s %s", one[1], answer.asString()).isIn(400, 404, 422);
    }
  }

  @Test
  void every_table_has_something_of_theirs_to_be_kept_apart() throws Exception {
    assertThat(theirs.snapshot())
        .allSatisfy(
            (table, rows) -> {
              if (!EMPTY.contains(table)) {
                assertThat(rows).as(table).doesNotStartWith("0:");
              }
            });
  }

  private static String[] body(String path, String form, String collection) {
    return new String[] {path, form.formatted(theirs.things.get(collection))};
  }

  /** Whether the caller is told, before anything is looked up, that it is for people alone. */
  private static boolean forPeople(Response foreign, Response missing) {
    return foreign.statusCode() == 403
        && foreign.path("code").equals("person_only")
        && plain(foreign).equals(plain(missing));
  }

  private RequestSpecification byKey() {
    return Callers.as(ours.key);
  }

  private RequestSpecification byPerson() {
    return in(ours.tenant, ours.owner);
  }

  private static Response send(RequestSpecification request, Operation operation, String id) {
    var path =
        operation
            .path()
            .replaceAll("\\{(id|domain)}", id)
            .replace("{key}", "note")
            .replace("{tenant}", theirs.tenant)
            .replace("{token}", "x")
            .replace("{name}", operation.path().startsWith("/api/v1/connectors/") ? id : "x");
    operation
        .body()
        .map(least -> BODIES.getOrDefault(operation.toString(), least))
        .ifPresent(body -> request.body(body).contentType(operation.mediaType().get()));
    return request.request(operation.method(), path);
  }

  /** The collection whose members the path names. */
  private static Optional<String> collection(String path) {
    int at = path.indexOf("/{");
    if (at < 0 || !path.startsWith("/api/v1/")) {
      return Optional.empty();
    }
    var before = path.substring("/api/v1/".length(), at);
    return Optional.of(before.equals("me/invitations") ? "invitations" : before);
  }

  /** An identifier of the same kind that nothing has. */
  private static String nobody(String id) {
    return id.contains("_")
        ? id.substring(0, id.indexOf('_') + 1) + "01h2xcejqtf2nbrexx3vqjhp41"
        : "nobody.example";
  }

  private static String plain(Response answer) {
    return answer
        .asString()
        .replaceAll("[a-z]{3}_[0-9a-hjkmnp-tv-z]{26}", "ID")
        .replaceAll("\"trace_id\":\"[^\"]*\"", "");
  }

  private static List<Operation> operations() {
    return Operation.all(
        Json.read(given().get("/api/openapi.json").then().statusCode(200).extract().asString()));
  }
}
