package io.ganglion.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.ganglion.testing.Callers;
import io.ganglion.testing.Callers.Owner;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, the answer is a problem document below 500 that says what to send instead. */
@QuarkusTest
@Tag("it")
class BadInputTest {
  private static final String KEYS = "/api/v1/api-keys";
  private Owner owner;

  @BeforeEach
  void signUp() {
    owner = Callers.owner();
  }

  static Stream<Arguments> bodies() {
    return Stream.of(
        Arguments.of("nothing", "", 400),
        Arguments.of("half an object", "{\"name\":", 400),
        Arguments.of("two values", "{\"name\":\"k\",\"scopes\":[\"runs:read\"]} {}", 400),
        Arguments.of("a duplicate key", "{\"name\":\"a\",\"name\":\"b\",\"scopes\":[\"*\"]}", 400),
        Arguments.of("an unknown key", "{\"name\":\"k\",\"scopes\":[\"*\"],\"admin\":true}", 400),
        Arguments.of("a wrong type", "{\"name\":{\"a\":1},\"scopes\":[\"*\"]}", 400),
        Arguments.of("a list", "[]", 400),
        Arguments.of("null", "null", 400),
        Arguments.of("a text", "\"x\"", 400),
        Arguments.of("NaN", "{\"name\":NaN}", 400),
        Arguments.of("NUL", "{\"name\":\"a\\u0000b\",\"scopes\":[\"*\"]}", 400),
        Arguments.of("NUL in a key", "{\"na\\u0000me\":\"a\",\"scopes\":[\"*\"]}", 400),
        Arguments.of("a lone surrogate", "{\"name\":\"\\ud800\",\"scopes\":[\"*\"]}", 400),
        Arguments.of(
            "a low surrogate first", "{\"name\":\"\\udc00\\ud800\",\"scopes\":[\"*\"]}", 400),
        Arguments.of("a vast number", "{\"name\":1e999999999,\"scopes\":[\"*\"]}", 400),
        Arguments.of("a long number", "{\"name\":" + "9".repeat(5000) + "}", 400),
        Arguments.of("10,000 lists", "[".repeat(10_000) + "]".repeat(10_000), 400),
        Arguments.of("10,000 objects", "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000), 400),
        Arguments.of(
            "a long name", "{\"name\":\"" + "x".repeat(900_000) + "\",\"scopes\":[\"*\"]}", 400),
        Arguments.of("too much", "{\"name\":\"" + "x".repeat(1_100_000) + "\"}", 413));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bodies")
  void a_bad_body_is_told_as_a_problem(String what, String body, int status) {
    var answer = owner.request().body(body.getBytes(StandardCharsets.UTF_8)).post(KEYS);
    assertThat(answer.statusCode()).as(what).isEqualTo(status);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.asString()).contains("\"trace_id\"").doesNotContain("Exception");
  }

  @Test
  void unknown_fields_are_all_named_and_pointed_at() {
    owner
        .request()
        .body("{\"nom\":\"k\",\"scopes\":[\"*\"],\"a/b\":true}")
        .post(KEYS)
        .then()
        .body("errors.pointer", equalTo(java.util.List.of("/nom", "/a~1b")))
        .body("errors[0].detail", org.hamcrest.Matchers.containsString("expires_at"));
  }

  @Test
  void bytes_that_are_no_utf_8_are_refused() {
    owner
        .request()
        .body(new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'})
        .post(KEYS)
        .then()
        .statusCode(400)
        .body("detail", org.hamcrest.Matchers.containsString("UTF-8"));
  }

  @Test
  void another_content_type_is_refused() {
    given()
        .auth()
        .oauth2(owner.key())
        .contentType("text/plain")
        .body("{}")
        .post(KEYS)
        .then()
        .statusCode(415)
        .contentType("application/problem+json")
        .body("code", equalTo("unsupported_media_type"));
  }

  @Test
  void a_query_parameter_that_isn_t_or_comes_twice_is_refused_by_name() {
    owner
        .request()
        .get("/api/v1/effects?run=run_1")
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid_request"))
        .body("errors[0].pointer", equalTo("/run"))
        .body("errors[0].detail", containsString("cursor, limit, state"));
    owner
        .request()
        .get("/api/v1/runs?limit=1&limit=2")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/limit"));
    owner.request().get("/api/v1/me?a=b").then().statusCode(400);
  }

  @Test
  void a_query_parameter_that_no_text_can_be_is_refused() {
    for (var list : List.of("workflows?name", "events?type", "audit?action", "messages?type")) {
      owner
          .request()
          .urlEncodingEnabled(false)
          .get("/api/v1/%s=a%%00b".formatted(list))
          .then()
          .statusCode(400)
          .body("errors[0].detail", containsString("NUL"));
    }
  }

  @Test
  void a_lab_filter_that_no_text_can_be_is_refused() {
    for (var list : List.of("journal?account", "journal?kind", "trials?scenario")) {
      owner
          .request()
          .urlEncodingEnabled(false)
          .get("/api/v1/lab/%s=a%%00b".formatted(list))
          .then()
          .statusCode(400)
          .body("errors[0].detail", containsString("NUL"));
    }
  }

  @Test
  void an_address_that_no_text_can_be_leads_nowhere() {
    var agent = agent();
    for (var address :
        List.of(
            "GET /connectors/%00",
            "PATCH /connectors/%00",
            "DELETE /connectors/%00",
            "POST /connectors/a%00b/refresh",
            "DELETE /agents/" + agent + "/skills/%00",
            "GET /agents/%00")) {
      var parts = address.split(" ", 2);
      owner
          .request()
          .urlEncodingEnabled(false)
          .body("{}")
          .request(parts[0], "/api/v1" + parts[1])
          .then()
          .statusCode(404)
          .body("code", equalTo("not_found"));
    }
  }

  private String agent() {
    return owner
        .request()
        .body("{\"name\":\"hand\"}")
        .post("/api/v1/agents")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  static Stream<Arguments> lists() {
    return Stream.of(
        Arguments.of("/agents", "{\"name\":\"a\",\"connections\":[null]}", "/connections/0"),
        Arguments.of(
            "/agents",
            "{\"name\":\"a\",\"policy\":{\"actions\":[\"x.*\",null]}}",
            "/policy/actions/1"),
        Arguments.of(
            "/agents", "{\"name\":\"a\",\"policy\":{\"approvers\":[null]}}", "/policy/approvers/0"),
        Arguments.of("/api-keys", "{\"name\":\"k\",\"scopes\":[null]}", "/scopes/0"),
        Arguments.of(
            "/endpoints", "{\"url\":\"https://example.com/\",\"types\":[null]}", "/types/0"),
        Arguments.of(
            "/lab/tournaments",
            "{\"scenario\":\"lost-answer\",\"workflows\":[null]}",
            "/workflows/0"));
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource("lists")
  void a_null_in_a_list_is_pointed_at(String path, String body, String pointer) {
    owner
        .request()
        .body(body)
        .post("/api/v1" + path)
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid_request"))
        .body("errors[0].pointer", equalTo(pointer))
        .body("errors[0].detail", equalTo("send a text"));
  }

  @Test
  void a_null_in_a_list_of_what_is_changed_is_pointed_at() {
    var agent = "/api/v1/agents/" + agent();
    owner
        .request()
        .body("{\"connections\":[null]}")
        .patch(agent)
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/connections/0"));
    for (var list : List.of("tags", "examples")) {
      owner
          .request()
          .body(
              "{\"workflow\":\"a/b\",\"title\":\"t\",\"description\":\"d\",\"%s\":[\"x\",null]}"
                  .formatted(list))
          .put(agent + "/skills/one")
          .then()
          .statusCode(400)
          .body("errors[0].pointer", equalTo("/" + list + "/1"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"+294277-01-01T00:00:00Z", "+999999999-12-31T23:59:59Z", "0000-01-01T00:00:00Z"})
  void a_time_of_a_year_without_four_digits_is_refused(String time) {
    owner
        .request()
        .body("{\"name\":\"k\",\"scopes\":[\"runs:read\"],\"expires_at\":\"%s\"}".formatted(time))
        .post(KEYS)
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/expires_at"))
        .body("errors[0].detail", containsString("RFC 3339"));
    owner
        .request()
        .queryParam("to", time)
        .get("/api/v1/agents/%s/depth".formatted(agent()))
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/to"));
    owner
        .request()
        .queryParam("month", "+999999999-01")
        .get("/api/v1/spend")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/month"));
  }

  @Test
  void an_identifier_in_the_query_that_is_none_is_pointed_at() {
    for (var name : List.of("agent", "parent", "workflow")) {
      owner
          .request()
          .get("/api/v1/runs?%s=x".formatted(name))
          .then()
          .statusCode(400)
          .body("code", equalTo("invalid_request"))
          .body("errors[0].pointer", equalTo("/" + name));
    }
    owner.request().get("/api/v1/runs/x").then().statusCode(404);
  }

  @Test
  void a_workflow_that_is_no_utf_8_is_refused_rather_than_altered() {
    owner
        .request()
        .contentType("application/yaml")
        .body("document: {title: caf\u00e9}".getBytes(StandardCharsets.ISO_8859_1))
        .post("/api/v1/workflows/validate")
        .then()
        .statusCode(400)
        .body("detail", containsString("UTF-8"));
  }

  @Test
  void an_address_that_isn_t_is_told_as_a_problem() {
    owner
        .request()
        .get("/api/v1/nothing-here")
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("code", equalTo("not_found"));
  }

  @Test
  void a_method_that_isn_t_is_told_as_a_problem() {
    owner
        .request()
        .delete(KEYS)
        .then()
        .statusCode(405)
        .contentType("application/problem+json")
        .body("code", equalTo("method_not_allowed"));
  }

  @Test
  void an_answer_in_another_form_can_t_be_had() {
    given()
        .auth()
        .oauth2(owner.key())
        .accept("text/csv")
        .get(KEYS)
        .then()
        .statusCode(406)
        .contentType("application/problem+json")
        .body("detail", equalTo("The answer is application/json; accept that."));
  }

  @Test
  void who_takes_none_of_an_operation_s_forms_is_told_all_of_them() {
    var invoice = "/api/v1/invoices/inv_01h2xcejqtf2nbrexx3vqjhp41.pdf";
    for (var one :
        List.of(invoice + " application/pdf", "/api/v1/tenant/export application/jsonl")) {
      var parts = one.split(" ", 2);
      given()
          .auth()
          .oauth2(owner.key())
          .accept("text/html")
          .get(parts[0])
          .then()
          .statusCode(406)
          .body("detail", equalTo("The answer is %s; accept that.".formatted(parts[1])));
    }
  }

  @Test
  void the_caller_s_trace_is_answered() {
    owner
        .request()
        .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
        .get(KEYS + "/key_x")
        .then()
        .body("trace_id", equalTo("4bf92f3577b34da6a3ce929d0e0e4736"));
  }
}
