package io.ganglion.api.operator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.ganglion.kernel.IncidentId;
import io.ganglion.testing.Callers;
import io.ganglion.testing.Patience;
import io.ganglion.testing.SignedInPeople;
import io.quarkus.test.junit.QuarkusTest;
import java.net.InetAddress;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the operator tells everybody, and what everybody is told. */
@QuarkusTest
@Tag("it")
class IncidentTest {
  private static final String INCIDENTS = "/api/v1/operator/incidents";

  private static String begin(String title) {
    return Operators.byToken()
        .body(
            """
            {"title":"%s","impact":"outage","parts":["laboratory"],"message":"We look at it."}
            """
                .formatted(title))
        .post(INCIDENTS)
        .then()
        .statusCode(201)
        .body("state", equalTo("investigating"))
        .body("resolved_at", nullValue())
        .extract()
        .path("id");
  }

  private static void tell(String id, String state) {
    Operators.byToken()
        .body("{\"state\":\"%s\",\"message\":\"It is %s.\"}".formatted(state, state))
        .post(INCIDENTS + "/{id}/updates", id)
        .then()
        .statusCode(200)
        .body("state", equalTo(state));
  }

  @Test
  void everybody_is_told_while_it_goes_on_and_finds_it_in_the_history_after() {
    var id = begin("The laboratory is away");
    Patience.await()
        .untilAsserted(
            () ->
                given()
                    .get("/api/v1/status")
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("outage"))
                    .body("incidents.id", hasItem(id))
                    .body("parts.find { it.name == 'laboratory' }.state", equalTo("outage")));
    tell(id, "monitoring");
    tell(id, "resolved");
    Patience.await()
        .untilAsserted(
            () -> given().get("/api/v1/status").then().body("incidents.id", not(hasItem(id))));
    given()
        .get("/api/v1/status/incidents?limit=100")
        .then()
        .statusCode(200)
        .body(
            "data.find { it.id == '%s' }.updates.state".formatted(id),
            contains("investigating", "monitoring", "resolved"))
        .body("data.find { it.id == '%s' }.resolved_at".formatted(id), notNullValue());
  }

  @Test
  void what_everybody_sees_names_no_tenant_person_operator_or_machine() throws Exception {
    var person = SignedInPeople.newcomer();
    SignedInPeople.tenantOf(person);
    var operator = SignedInPeople.newcomer();
    Operators.byRole(operator, Operators.ROLE)
        .body(
            """
            {"title":"Told by a person","impact":"maintenance","parts":["laboratory"],"message":"Work."}
            """)
        .post(INCIDENTS)
        .then()
        .statusCode(201);
    var told =
        given().get("/api/v1/status").asString()
            + given().get("/api/v1/status/incidents?limit=100").asString();
    assertThat(told)
        .contains("Told by a person")
        .doesNotContain(
            person.email(),
            operator.email(),
            "ten_",
            "per_",
            "operator",
            "127.0.0.1",
            InetAddress.getLocalHost().getHostName() + ":");
  }

  @Test
  void the_same_key_tells_once() {
    var id = begin("Twice");
    var key = UUID.randomUUID().toString();
    for (int i = 0; i < 2; i++) {
      Operators.byToken()
          .header("Idempotency-Key", key)
          .body("{\"state\":\"resolved\",\"message\":\"Over.\"}")
          .post(INCIDENTS + "/{id}/updates", id)
          .then()
          .statusCode(200);
    }
    Operators.byToken().get(INCIDENTS + "/" + id).then().body("updates.size()", equalTo(2));
  }

  @Test
  void nothing_is_told_of_an_incident_that_is_not_there_or_without_words() {
    Operators.byToken()
        .body("{\"state\":\"resolved\",\"message\":\"Over.\"}")
        .post(INCIDENTS + "/{id}/updates", IncidentId.next().toString())
        .then()
        .statusCode(404);
    for (var body :
        new String[] {
          "{\"title\":\"a\",\"impact\":\"outage\",\"parts\":[],\"message\":\"b\"}",
          "{\"title\":\"a\",\"impact\":\"odd\",\"parts\":[\"api\"],\"message\":\"b\"}",
          "{\"title\":\"a\",\"impact\":\"outage\",\"parts\":[\"database\"],\"message\":\"b\"}",
          "{\"title\":\" \",\"impact\":\"outage\",\"parts\":[\"api\"],\"message\":\"b\"}"
        }) {
      Operators.byToken().body(body).post(INCIDENTS).then().statusCode(400);
    }
    Callers.owner().request().post(INCIDENTS).then().statusCode(401);
  }
}
