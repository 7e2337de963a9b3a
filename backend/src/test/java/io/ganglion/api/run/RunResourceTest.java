package io.ganglion.api.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.ConnectionId;
import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.WorkflowId;
import io.ganglion.testing.Callers;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Problems;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RunResourceTest {
  private static final String HELLO =
      """
      document: {dsl: '1.0.3', namespace: routes, name: hello, version: '1.0.0'}
      do:
        - greet: {set: {greeting: '${ "Hello, " + .name }'}}
      """;

  private Callers.Owner owner;

  @BeforeEach
  void signUp() {
    owner = Callers.owner();
  }

  private ValidatableResponse store(String yaml) {
    return owner
        .request()
        .contentType("application/yaml")
        .body(yaml.getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/workflows")
        .then();
  }

  private String start(String body) {
    return owner
        .request()
        .body(body)
        .post("/api/v1/runs")
        .then()
        .statusCode(202)
        .extract()
        .path("id");
  }

  private ValidatableResponse signal(String run, String body) {
    return owner.request().body(body).post("/api/v1/runs/" + run + "/signal").then();
  }

  private String ended(String run) {
    return Patience.await()
        .pollInterval(Duration.ofMillis(20))
        .until(
            () ->
                owner
                    .request()
                    .get("/api/v1/runs/" + run)
                    .then()
                    .statusCode(200)
                    .extract()
                    .<String>path("state"),
            state -> !List.of("QUEUED", "RUNNING").contains(state));
  }

  @Nested
  @Tag("it")
  class Status_2xx {
    @Test
    void a_run_that_failed_is_retried_as_another_with_the_same_input() {
      store(
              """
              document: {dsl: '1.0.3', namespace: routes, name: fails, version: '1.0.0'}
              do:
                - no: {raise: {error: {type: 'https://example.com/no', status: 418, title: '${ .name }'}}}
              """)
          .statusCode(201);
      var run =
          start("{\"workflow\":\"routes/fails\",\"input\":{\"name\":\"Ada\"},\"priority\":3}");
      assertThat(ended(run)).isEqualTo("FAILED");
      var answer = owner.request().post("/api/v1/runs/" + run + "/retry").then().statusCode(202);
      String again = answer.extract().path("id");
      answer.header("Location", endsWith("/api/v1/runs/" + again));
      assertThat(again).isNotEqualTo(run);
      assertThat(ended(again)).isEqualTo("FAILED");
      owner
          .request()
          .get("/api/v1/runs/" + again)
          .then()
          .body("input.name", equalTo("Ada"))
          .body("error.title", equalTo("Ada"));
    }

    @Test
    void a_run_is_started_walked_and_read_back() {
      store(HELLO).statusCode(201).body("id", notNullValue());
      var run = start("{\"workflow\":\"routes/hello\",\"input\":{\"name\":\"Ada\"}}");
      assertThat(ended(run)).isEqualTo("SUCCEEDED");
      owner
          .request()
          .get("/api/v1/runs/" + run)
          .then()
          .body("output.greeting", equalTo("Hello, Ada"))
          .body("phase", equalTo("completed"))
          .body("version", equalTo("1.0.0"))
          .body("coherent", equalTo(true));
      owner
          .request()
          .get("/api/v1/runs/" + run + "/steps")
          .then()
          .body("data.position", hasItem("/do/0/greet"))
          .body("next_cursor", equalTo(null));
      owner
          .request()
          .get("/api/v1/runs/" + run + "/receipt")
          .then()
          .statusCode(200)
          .body("depth_peak", equalTo(0));
    }

    @Test
    void what_it_waits_for_says_until_when_in_milliseconds() {
      store(
              """
              document: {dsl: '1.0.3', namespace: routes, name: rest, version: '1.0.0'}
              do:
                - rest: {wait: {hours: 1}}
              """)
          .statusCode(201);
      var run = start("{\"workflow\":\"routes/rest\"}");
      String until =
          Patience.await("it waits")
              .until(
                  () ->
                      owner
                          .request()
                          .get("/api/v1/runs/" + run)
                          .then()
                          .extract()
                          .<String>path("waiting_for.until"),
                  it -> it != null);
      assertThat(until).matches("[0-9-]{10}T[0-9:]{8}\\.[0-9]{3}Z");
      owner.request().post("/api/v1/runs/" + run + "/cancel");
    }

    @Test
    void a_signal_reaches_a_run_that_listens_and_an_ended_run_refuses_it() {
      store(
              """
              document: {dsl: '1.0.3', namespace: routes, name: ear, version: '1.0.0'}
              do:
                - hear: {listen: {to: {one: {with: {type: go}}}}}
              """)
          .statusCode(201);
      var run = start("{\"workflow\":\"routes/ear\"}");
      signal(run, "{\"name\":\"go\",\"type\":\"go\"}").statusCode(400);
      for (var name : List.of("name", "type")) {
        signal(run, "{\"%s\":\"\"}".formatted(name))
            .statusCode(400)
            .body("errors[0].pointer", equalTo("/" + name));
      }
      signal(run, "{\"name\":\"go\",\"data\":{\"n\":1}}").statusCode(202);
      Patience.await().until(() -> ended(run).equals("SUCCEEDED"));
      owner.request().get("/api/v1/runs/" + run).then().body("output[0].n", equalTo(1));
      signal(run, "{\"name\":\"go\"}").statusCode(409).body("code", equalTo("run_ended"));
    }

    @Test
    void the_same_document_again_answers_200_with_the_same_id() {
      String id = store(HELLO).statusCode(201).extract().path("id");
      store(HELLO).statusCode(200).body("id", equalTo(id));
    }

    @Test
    void a_repeated_start_under_one_key_starts_one_run() {
      store(HELLO).statusCode(201);
      var body = "{\"workflow\":\"routes/hello\",\"input\":{\"name\":\"Ada\"}}";
      String first =
          owner
              .request()
              .header("Idempotency-Key", "once")
              .body(body)
              .post("/api/v1/runs")
              .then()
              .statusCode(202)
              .extract()
              .path("id");
      owner
          .request()
          .header("Idempotency-Key", "once")
          .body(body)
          .post("/api/v1/runs")
          .then()
          .statusCode(202)
          .header("Idempotent-Replayed", "true")
          .body("id", equalTo(first));
    }
  }

  @Nested
  @Tag("it")
  class Status_4xx {
    @Test
    void an_unknown_workflow_is_404_and_an_unknown_field_is_named() {
      owner
          .request()
          .body("{\"workflow\":\"routes/none\"}")
          .post("/api/v1/runs")
          .then()
          .statusCode(404)
          .body("code", equalTo("not_found"));
      owner
          .request()
          .body("{\"workflow\":\"routes/none\",\"inputs\":{}}")
          .post("/api/v1/runs")
          .then()
          .statusCode(400)
          .body("errors[0].pointer", equalTo("/inputs"));
    }

    @Test
    void malformed_yaml_is_told_with_its_line() {
      store("document:\n  dsl: [1.0.3\ndo: []")
          .statusCode(422)
          .body("code", equalTo("workflow_invalid"))
          .body("errors[0].line", notNullValue());
    }

    @Test
    void an_unknown_task_and_an_unknown_action_are_told_with_what_exists() {
      store(HELLO.replace("set:", "sett:"))
          .statusCode(422)
          .body("errors[0].detail", containsString("set"));
      store(
              HELLO.replace(
                  "{set: {greeting: '${ \"Hello, \" + .name }'}}",
                  "{call: x.shout, with: {connection: x}}"))
          .statusCode(422)
          .body("code", equalTo("workflow_invalid"));
    }

    @Test
    void other_content_under_a_stored_version_is_409() {
      store(HELLO).statusCode(201);
      store(HELLO.replace("Hello", "Bye"))
          .statusCode(409)
          .body("code", equalTo("version_exists"))
          .body("detail", containsString("Raise"));
    }

    @Test
    void a_huge_document_is_413_and_nothing_is_stored() {
      store(HELLO + "# " + "x".repeat(1_100_000))
          .statusCode(413)
          .body("code", equalTo("payload_too_large"));
      owner.request().get("/api/v1/workflows").then().body("data.size()", equalTo(0));
    }

    @Test
    void what_has_succeeded_or_is_a_session_is_not_retried() {
      store(HELLO).statusCode(201);
      var run = start("{\"workflow\":\"routes/hello\",\"input\":{\"name\":\"Ada\"}}");
      ended(run);
      owner
          .request()
          .post("/api/v1/runs/" + run + "/retry")
          .then()
          .statusCode(409)
          .body("code", equalTo("run_not_failed"));
      String agent =
          owner
              .request()
              .body("{\"name\":\"a\"}")
              .post("/api/v1/agents")
              .then()
              .extract()
              .path("id");
      var session = start("{\"session\":true,\"agent\":\"%s\"}".formatted(agent));
      owner
          .request()
          .post("/api/v1/runs/" + session + "/retry")
          .then()
          .statusCode(409)
          .body("code", equalTo("not_a_workflow"));
    }

    @Test
    void an_ended_run_can_t_be_cancelled() {
      store(HELLO).statusCode(201);
      var run = start("{\"workflow\":\"routes/hello\",\"input\":{\"name\":\"Ada\"}}");
      ended(run);
      owner
          .request()
          .post("/api/v1/runs/" + run + "/cancel")
          .then()
          .statusCode(409)
          .body("code", equalTo("run_ended"));
    }
  }

  /** Another tenant's thing doesn't exist: the very answer of a made-up identifier. */
  @Nested
  @Tag("isolation")
  class Isolation {
    @Test
    void another_tenant_s_run_workflow_and_agent_do_not_exist() {
      String workflow = store(HELLO).statusCode(201).extract().path("id");
      var run = start("{\"workflow\":\"routes/hello\",\"input\":{\"name\":\"Ada\"}}");
      String agent =
          owner
              .request()
              .body("{\"name\":\"a\"}")
              .post("/api/v1/agents")
              .then()
              .statusCode(201)
              .extract()
              .path("id");
      var stranger = Callers.owner();
      same(stranger, "/api/v1/runs/" + run, "/api/v1/runs/" + RunId.next());
      for (var part : List.of("/steps", "/effects", "/receipt")) {
        same(stranger, "/api/v1/runs/" + run + part, "/api/v1/runs/" + RunId.next() + part);
      }
      same(stranger, "/api/v1/workflows/" + workflow, "/api/v1/workflows/" + WorkflowId.next());
      same(stranger, "/api/v1/agents/" + agent, "/api/v1/agents/" + AgentId.next());
      same(
          stranger,
          "/api/v1/agents/" + agent + "/state",
          "/api/v1/agents/" + AgentId.next() + "/state");
      stranger.request().post("/api/v1/runs/" + run + "/cancel").then().statusCode(404);
      stranger
          .request()
          .body("{\"workflow\":\"" + workflow + "\"}")
          .post("/api/v1/runs")
          .then()
          .statusCode(404);
      stranger.request().get("/api/v1/runs").then().body("data.size()", equalTo(0));
    }

    @Test
    void made_up_and_malformed_identifiers_are_404() {
      for (var id :
          List.of(EffectId.next().toString(), "eff_nonsense", ConnectionId.next().toString())) {
        owner
            .request()
            .get("/api/v1/effects/" + id)
            .then()
            .statusCode(404)
            .body("code", equalTo("not_found"));
      }
    }

    private void same(Callers.Owner caller, String theirs, String madeUp) {
      var one = caller.request().get(theirs).then().statusCode(404).extract().asString();
      var two = caller.request().get(madeUp).then().statusCode(404).extract().asString();
      assertThat(body(one)).isEqualTo(body(two));
    }

    private static String body(String problem) {
      return Problems.withoutTrace(problem);
    }
  }
}
