package io.ganglion.api.run;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.ganglion.kernel.RunId;
import io.ganglion.testing.Callers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The routes of session runs. */
@QuarkusTest
class SessionResourceTest {
  private static final String STEP =
      "{\"connection\":\"none\",\"action\":\"x.createPost\",\"input\":{\"text\":\"hi\"}}";

  private Callers.Owner owner;
  private String session = "";

  @BeforeEach
  void signUp() {
    owner = Callers.owner();
    String agent =
        owner
            .request()
            .body("{\"name\":\"hand\"}")
            .post("/api/v1/agents")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    session = start("{\"session\":true,\"agent\":\"%s\"}".formatted(agent)).extract().path("id");
  }

  private ValidatableResponse start(String body) {
    return owner.request().body(body).post("/api/v1/runs").then();
  }

  private ValidatableResponse put(String path, String body) {
    return owner.request().body(body).put("/api/v1/runs/" + session + path).then();
  }

  @Nested
  @Tag("it")
  class Status_2xx {
    @Test
    void a_step_is_accepted_with_a_place_to_look_and_answered_with_its_end() {
      put("/steps/one", STEP)
          .statusCode(202)
          .header("Location", endsWith("/api/v1/runs/" + session + "/steps/one"))
          .body("state", equalTo("pending"))
          .body("asked_at", notNullValue());
      put("/steps/one?wait=30s", STEP)
          .statusCode(200)
          .body("state", equalTo("faulted")) // the agent has no such connection
          .body("error.status", equalTo(403))
          .body("position", equalTo("/steps/one"));
      owner
          .request()
          .get("/api/v1/runs/" + session + "/steps/one")
          .then()
          .statusCode(200)
          .body("body.input.text", equalTo("hi"));
    }

    @Test
    void completing_twice_is_the_same_until_it_has_ended() {
      owner
          .request()
          .post("/api/v1/runs/" + session + "/complete")
          .then()
          .statusCode(202)
          .body("workflow", equalTo(null));
    }
  }

  @Nested
  @Tag("it")
  class Status_400 {
    @Test
    void what_is_wrong_is_pointed_at() {
      put("/steps/one", "{\"action\":\"x.shout\"}")
          .statusCode(400)
          .body("errors[0].pointer", equalTo("/action"));
      put("/steps/one", STEP.replace("{\"text\":\"hi\"}", "[]"))
          .statusCode(400)
          .body("errors[0].pointer", equalTo("/input"));
      put("/steps/one?wait=1h", STEP).statusCode(400).body("errors[0].pointer", equalTo("/wait"));
      put("/steps/one?wait=61s", STEP).statusCode(400);
      put("/steps/a%20b", STEP).statusCode(400).body("errors[0].pointer", equalTo("/key"));
      put("/groups/one", "{\"participants\":[]}")
          .statusCode(400)
          .body("errors[0].pointer", equalTo("/participants"));
      put("/groups/one", "{\"participants\":[null]}").statusCode(400);
      put("/groups/one", "{\"participants\":[{\"key\":\"a\",\"action\":\"x\"}]}")
          .statusCode(400)
          .body("errors[0].pointer", equalTo("/participants/0/action"));
    }

    @Test
    void credentials_in_a_step_are_refused_since_it_is_kept_as_sent() {
      put(
              "/steps/one",
              """
              {"action":"http.request","input":{"method":"get","endpoint":{"uri":"https://example.org",
               "authentication":{"basic":{"username":"a","password":"b"}}}}}
              """)
          .statusCode(400)
          .body("errors[0].pointer", equalTo("/input/endpoint/authentication"));
    }

    @Test
    void a_session_has_an_agent_and_no_workflow() {
      start("{\"session\":true}").statusCode(400).body("errors[0].pointer", equalTo("/agent"));
      start("{\"session\":true,\"workflow\":\"a/b\"}")
          .statusCode(400)
          .body("errors[0].pointer", equalTo("/workflow"));
    }
  }

  @Nested
  @Tag("it")
  class Status_403 {
    @Test
    void a_key_that_may_only_read_can_t_add_steps() {
      Callers.as(Callers.keyWith(owner, "runs:read"))
          .body(STEP)
          .put("/api/v1/runs/" + session + "/steps/one")
          .then()
          .statusCode(403);
    }
  }

  @Nested
  @Tag("it")
  class Status_409 {
    @Test
    void a_session_that_ends_takes_no_more() {
      owner.request().post("/api/v1/runs/" + session + "/complete").then().statusCode(202);
      put("/steps/late", STEP).statusCode(409);
      put(
              "/groups/late",
              "{\"participants\":[" + STEP.replace("{\"conn", "{\"key\":\"a\",\"conn") + "]}")
          .statusCode(409);
    }

    @Test
    void a_run_of_a_workflow_takes_no_steps() {
      owner
          .request()
          .contentType("application/yaml")
          .body(
              """
              document: {dsl: '1.0.3', namespace: routes, name: calm, version: '1.0.0'}
              do:
                - rest: {wait: PT1H}
              """
                  .getBytes(StandardCharsets.UTF_8))
          .post("/api/v1/workflows")
          .then()
          .statusCode(201);
      session = start("{\"workflow\":\"routes/calm\"}").statusCode(202).extract().path("id");
      put("/steps/one", STEP).statusCode(409).body("code", equalTo("not_a_session"));
      owner
          .request()
          .post("/api/v1/runs/" + session + "/complete")
          .then()
          .statusCode(409)
          .body("code", equalTo("not_a_session"));
    }
  }

  @Nested
  @Tag("it")
  class Status_422 {
    @Test
    void another_body_under_a_key_is_refused_and_the_first_stands() {
      put("/steps/one", STEP).statusCode(202);
      put("/steps/one", STEP.replace("hi", "bye"))
          .statusCode(422)
          .body("code", equalTo("step_key_reused"))
          .body("detail", containsString("one"));
      put(
              "/groups/one",
              "{\"participants\":[" + STEP.replace("{\"conn", "{\"key\":\"a\",\"conn") + "]}")
          .statusCode(202); // a group's keys are others
    }
  }

  @Nested
  @Tag("isolation")
  class Isolation {
    @Test
    void another_tenant_s_session_does_not_exist() {
      put("/steps/one", STEP).statusCode(202);
      var stranger = Callers.owner();
      for (var run : new String[] {session, RunId.next().toString()}) {
        var path = "/api/v1/runs/" + run;
        stranger.request().body(STEP).put(path + "/steps/one").then().statusCode(404);
        stranger.request().get(path + "/steps/one").then().statusCode(404);
        stranger.request().get(path + "/groups/one").then().statusCode(404);
        stranger.request().post(path + "/complete").then().statusCode(404);
        stranger.request().post(path + "/compensate").then().statusCode(404);
      }
    }
  }
}
