package io.ganglion.api.a2a;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.ganglion.kernel.Json;
import io.ganglion.testing.Callers;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Problems;
import io.ganglion.testing.WebhookReceiver;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Agents as other agents ask them. */
@QuarkusTest
class A2aResourceTest {
  private static final String ECHO =
      """
      document: {dsl: '1.0.3', namespace: a2a, name: echo, version: '1.0.0'}
      do:
        - say: {set: {said: '${ .text }'}}
      """;
  private static final String ASKS =
      """
      document: {dsl: '1.0.3', namespace: a2a, name: asks, version: '1.0.0'}
      do:
        - hear: {listen: {to: {one: {with: {type: io.ganglion.a2a.message}}}}}
        - say: {set: {heard: '${ .[0].text }'}}
      """;

  /** Lets in who says so, and nobody else. */
  private static final String GUARDS =
      """
      document: {dsl: '1.0.3', namespace: a2a, name: guards, version: '1.0.0'}
      do:
        - hear:
            listen:
              to: {one: {with: {type: io.ganglion.a2a.message, data: '${ .text == "friend" }'}}}
        - say: {set: {heard: '${ .[0].text }'}}
      """;

  /** What comes too early does so by chance. */
  private static final int TRIES = 5;

  private Callers.Owner owner;
  private String agent = "";

  @BeforeEach
  void signUp() {
    owner = Callers.owner();
    agent = agentOf(owner, "hand");
    skill(ECHO, "echo");
    skill(ASKS, "asks");
  }

  private static String agentOf(Callers.Owner owner, String name) {
    return owner
        .request()
        .body("{\"name\":\"%s\"}".formatted(name))
        .post("/api/v1/agents")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private void skill(String workflow, String name) {
    owner
        .request()
        .contentType("application/yaml")
        .body(workflow.getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/workflows")
        .then()
        .statusCode(201);
    owner
        .request()
        .body(
            "{\"workflow\":\"a2a/%s\",\"title\":\"%s\",\"description\":\"It %s.\"}"
                .formatted(name, name, name))
        .put("/api/v1/agents/%s/skills/%s".formatted(agent, name))
        .then()
        .statusCode(200)
        .body("workflow", equalTo("a2a/" + name));
  }

  private ValidatableResponse call(String key, String method, String params) {
    return Callers.as(key)
        .header("A2A-Version", "1.0")
        .body(
            "{\"jsonrpc\":\"2.0\",\"id\":\"1\",\"method\":\"%s\",\"params\":%s}"
                .formatted(method, params))
        .post("/a2a/" + agent)
        .then();
  }

  private ValidatableResponse call(String method, String params) {
    return call(owner.key(), method, params);
  }

  /** Whatever it is. */
  private ValidatableResponse post(String body) {
    return Callers.as(owner.key())
        .header("A2A-Version", "1.0")
        .body(body)
        .post("/a2a/" + agent)
        .then()
        .statusCode(200);
  }

  private static String message(String id, String skill, String text, String more) {
    return """
    {"message":{"messageId":"%s","role":"ROLE_USER","metadata":{"skill":"%s"},"parts":[{"text":"%s"}]%s}}
    """
        .formatted(id, skill, text, more);
  }

  @Nested
  @Tag("it")
  class Status_200 {
    @Test
    void the_card_says_what_can_be_asked_for() {
      owner
          .request()
          .get("/a2a/%s/.well-known/agent-card.json".formatted(agent))
          .then()
          .statusCode(200)
          .body("name", equalTo("hand"))
          .body("supportedInterfaces[0].protocolBinding", equalTo("JSONRPC"))
          .body("supportedInterfaces[0].protocolVersion", equalTo("1.0"))
          .body("supportedInterfaces[0].url", containsString("/a2a/" + agent))
          .body("capabilities.streaming", equalTo(true))
          .body("skills.id", hasItem("echo"));
    }

    @Test
    void a_message_is_a_run_and_the_same_message_the_same_run() {
      var sent = message("m1", "echo", "hello", "");
      var id =
          call("SendMessage", sent)
              .statusCode(200)
              .body("result.task.status.state", equalTo("TASK_STATE_COMPLETED"))
              .body("result.task.artifacts[0].parts[0].data.said", equalTo("hello"))
              .body("result.task.history[0].messageId", equalTo("m1"))
              .extract()
              .<String>path("result.task.id");
      call("SendMessage", sent).body("result.task.id", equalTo(id));
      call("SendMessage", message("m1", "echo", "other", "")).body("error.code", equalTo(-32602));
      owner.request().get("/api/v1/runs/" + id).then().statusCode(200);
      call("GetTask", "{\"id\":\"%s\"}".formatted(id)).body("result.id", equalTo(id));
      call("ListTasks", "{}").body("result.tasks.id", hasItem(id));
    }

    @Test
    void a_task_that_asks_goes_on_with_the_answer() {
      var id =
          call("SendMessage", message("m1", "asks", "begin", ""))
              .body("result.task.status.state", equalTo("TASK_STATE_INPUT_REQUIRED"))
              .extract()
              .<String>path("result.task.id");
      var answer = message("m2", "asks", "well", ",\"taskId\":\"%s\"".formatted(id));
      call("SendMessage", answer);
      Patience.await("the task has heard it")
          .until(
              () ->
                  call("GetTask", "{\"id\":\"%s\"}".formatted(id))
                      .extract()
                      .<String>path("result.artifacts[0].parts[0].data.heard"),
              "well"::equals);
      call("SendMessage", answer)
          .body("result.task.id", equalTo(id))
          .body("result.task.status.state", equalTo("TASK_STATE_COMPLETED"));
      call("SendMessage", message("m2", "asks", "other", ",\"taskId\":\"%s\"".formatted(id)))
          .body("error.code", equalTo(-32602));
      call("SendMessage", message("m3", "asks", "late", ",\"taskId\":\"%s\"".formatted(id)))
          .body("error.code", equalTo(-32004));
    }

    @Test
    void an_answer_is_waited_for_until_the_task_has_made_something_of_it() {
      for (int i = 0; i < TRIES; i++) {
        call("SendMessage", answer("a" + i, sent("m" + i, "asks", ""), "well"))
            .body("result.task.status.state", equalTo("TASK_STATE_COMPLETED"))
            .body("result.task.artifacts[0].parts[0].data.heard", equalTo("well"));
      }
    }

    @Test
    void a_stream_that_answers_a_question_does_not_begin_with_it() {
      for (int i = 0; i < TRIES; i++) {
        var answer = answer("a" + i, sent("m" + i, "asks", ""), "well");
        var stream = call("SendStreamingMessage", answer).extract().asString();
        assertThat(stream)
            .contains("\"task\":", "TASK_STATE_COMPLETED")
            .doesNotContain("TASK_STATE_INPUT_REQUIRED");
      }
    }

    @Test
    void a_message_that_the_task_does_not_listen_to_is_answered_by_its_question() {
      skill(GUARDS, "guards");
      var id = sent("m1", "guards", "");
      call("SendMessage", answer("m2", id, "foe"))
          .body("result.task.status.state", equalTo("TASK_STATE_INPUT_REQUIRED"));
      call("SendMessage", answer("m3", id, "friend"))
          .body("result.task.status.state", equalTo("TASK_STATE_COMPLETED"))
          .body("result.task.artifacts[0].parts[0].data.heard", equalTo("friend"));
    }

    /** What a task is told that asks. */
    private String answer(String id, String task, String text) {
      return message(id, "asks", text, ",\"taskId\":\"%s\"".formatted(task));
    }

    @Test
    void tasks_are_listed_the_last_changed_first_page_by_page() {
      var ended = sent("m1", "echo", ",\"contextId\":\"talk\"");
      var asks = sent("m2", "asks", ",\"contextId\":\"talk\"");
      var other = sent("m3", "echo", "");
      var first =
          call("ListTasks", "{\"pageSize\":2}")
              .body("result.tasks.id", equalTo(List.of(other, asks)))
              .body("result.tasks[0].artifacts", nullValue())
              .body("result.tasks[0].history", nullValue())
              .body("result.pageSize", equalTo(2))
              .body("result.totalSize", equalTo(3))
              .extract()
              .<String>path("result.nextPageToken");
      call("ListTasks", "{\"pageSize\":2,\"pageToken\":\"%s\"}".formatted(first))
          .body("result.tasks.id", equalTo(List.of(ended)))
          .body("result.nextPageToken", equalTo(""))
          .body("result.totalSize", equalTo(3));
      call("ListTasks", "{\"contextId\":\"talk\"}")
          .body("result.tasks.id", equalTo(List.of(asks, ended)))
          .body("result.totalSize", equalTo(2));
      call("ListTasks", "{\"status\":\"TASK_STATE_INPUT_REQUIRED\",\"historyLength\":1}")
          .body("result.tasks.id", equalTo(List.of(asks)))
          .body("result.tasks[0].history[0].messageId", equalTo("m2"))
          .body("result.totalSize", equalTo(1));
      var lastChange =
          call("GetTask", "{\"id\":\"%s\"}".formatted(other))
              .extract()
              .<String>path("result.status.timestamp");
      call(
              "ListTasks",
              "{\"includeArtifacts\":true,\"statusTimestampAfter\":\"%s\"}".formatted(lastChange))
          .body("result.tasks.id", equalTo(List.of(other)))
          .body("result.tasks[0].artifacts[0].parts[0].data.said", equalTo("it"));
      call("ListTasks", "{\"status\":\"TASK_STATE_REJECTED\"}")
          .body("result.tasks", equalTo(List.of()))
          .body("result.totalSize", equalTo(0));
      for (var wrong :
          new String[] {
            "{\"pageSize\":0}",
            "{\"pageSize\":\"x\"}",
            "{\"pageToken\":\"x\"}",
            "{\"status\":\"working\"}",
            "{\"statusTimestampAfter\":\"today\"}",
            "{\"statusTimestampAfter\":\"+294277-01-01T00:00:00Z\"}",
            "{\"pageToken\":\"+999999999-12-31T23:59:59Z~%s\"}".formatted(ended)
          }) {
        call("ListTasks", wrong).body("error.code", equalTo(-32602));
      }
    }

    private String sent(String id, String skill, String more) {
      return call("SendMessage", message(id, skill, "it", more)).extract().path("result.task.id");
    }

    @Test
    void a_card_that_is_known_is_not_sent_again() {
      var path = "/a2a/%s/.well-known/agent-card.json".formatted(agent);
      var tag =
          owner
              .request()
              .get(path)
              .then()
              .header("Cache-Control", equalTo("private, max-age=60"))
              .extract()
              .header("ETag");
      owner.request().header("If-None-Match", tag).get(path).then().statusCode(304);
      owner
          .request()
          .body(
              "{\"workflow\":\"a2a/echo\",\"title\":\"Again\",\"description\":\"It says it again.\"}")
          .put("/api/v1/agents/%s/skills/again".formatted(agent))
          .then()
          .statusCode(200);
      owner.request().header("If-None-Match", tag).get(path).then().statusCode(200);
    }

    @Test
    void a_stream_tells_the_task_and_its_end() {
      var stream =
          call("SendStreamingMessage", message("m1", "echo", "hello", ""))
              .statusCode(200)
              .contentType("text/event-stream")
              .extract()
              .asString();
      assertThat(stream).contains("\"task\":", "TASK_STATE_COMPLETED", "hello");
    }

    @Test
    void who_asks_is_told_by_push_until_the_task_has_ended() throws Exception {
      try (var receiver = new WebhookReceiver()) {
        var config =
            "{\"id\":\"mine\",\"url\":\"%s\",\"token\":\"t-1\",\"authentication\":{\"scheme\":\"Bearer\",\"credentials\":\"s3cret\"}}"
                .formatted(receiver.url("/push"));
        var id =
            call(
                    "SendMessage",
                    message("m1", "asks", "begin", "")
                        .replaceFirst(
                            "\\}$",
                            ",\"configuration\":{\"returnImmediately\":true,\"taskPushNotificationConfig\":%s}}"
                                .formatted(config)))
                .extract()
                .<String>path("result.task.id");
        Patience.await("the question is told")
            .until(() -> states(receiver).contains("TASK_STATE_INPUT_REQUIRED"));
        call("SendMessage", message("m2", "asks", "well", ",\"taskId\":\"%s\"".formatted(id)));
        Patience.await("the end is told")
            .until(() -> states(receiver).contains("TASK_STATE_COMPLETED"));
        assertThat(receiver.at("/push"))
            .allSatisfy(
                push -> {
                  assertThat(push.header("x-a2a-notification-token")).isEqualTo("t-1");
                  assertThat(push.header("authorization")).isEqualTo("Bearer s3cret");
                  assertThat(push.header("content-type")).isEqualTo("application/a2a+json");
                  assertThat(Json.read(push.body()).at("/task/id").asText()).isEqualTo(id);
                });
        assertThat(
                Json.read(receiver.at("/push").getLast().body()).at("/task/artifacts/0").isObject())
            .isTrue();
      }
    }

    @Test
    void push_notifications_are_kept_listed_and_deleted_without_their_secrets() {
      var id =
          call("SendMessage", message("m1", "asks", "begin", ""))
              .extract()
              .<String>path("result.task.id");
      call(
              "CreateTaskPushNotificationConfig",
              "{\"taskId\":\"%s\",\"id\":\"p1\",\"url\":\"http://127.0.0.1:59999/push\",\"token\":\"t-1\"}"
                  .formatted(id))
          .body("result.id", equalTo("p1"))
          .body("result.token", nullValue());
      var named = "{\"taskId\":\"%s\",\"id\":\"p1\"}".formatted(id);
      call("GetTaskPushNotificationConfig", named)
          .body("result.url", equalTo("http://127.0.0.1:59999/push"));
      call("ListTaskPushNotificationConfigs", named).body("result.configs.id", hasItem("p1"));
      call("DeleteTaskPushNotificationConfig", named).body("error", nullValue());
      call("GetTaskPushNotificationConfig", named).body("error.code", equalTo(-32001));
    }

    @Test
    void an_address_that_is_off_limits_is_refused_and_starts_nothing() {
      for (var url :
          new String[] {"http://169.254.169.254/x", "ftp://example.org/", "http://[::1/"}) {
        call(
                "SendMessage",
                message("m1", "asks", "begin", "")
                    .replaceFirst(
                        "\\}$",
                        ",\"configuration\":{\"taskPushNotificationConfig\":{\"url\":\"%s\"}}}"
                            .formatted(url)))
            .body("error.code", equalTo(-32602));
      }
      call("ListTasks", "{}").body("result.tasks.size()", equalTo(0));
    }

    private List<String> states(WebhookReceiver receiver) {
      return receiver.at("/push").stream()
          .map(push -> Json.read(push.body()).at("/task/status/state").asText())
          .toList();
    }

    @Test
    void a_task_is_cancelled_once() {
      var id =
          call("SendMessage", message("m1", "asks", "begin", ""))
              .extract()
              .<String>path("result.task.id");
      call("CancelTask", "{\"id\":\"%s\"}".formatted(id))
          .body("result.status.state", equalTo("TASK_STATE_CANCELED"));
      call("CancelTask", "{\"id\":\"%s\"}".formatted(id)).body("error.code", equalTo(-32002));
      call("SubscribeToTask", "{\"id\":\"%s\"}".formatted(id)).body("error.code", equalTo(-32004));
    }

    @Test
    void what_can_t_be_taken_is_an_error_of_the_protocol() {
      call("SendMessage", "{}").statusCode(200).body("error.code", equalTo(-32602));
      call("SendMessage", message("m1", "none", "x", "")).body("error.code", equalTo(-32602));
      call("Nothing", "{}").body("error.code", equalTo(-32601)).body("id", equalTo("1"));
      call("GetTask", "{\"id\":\"run_01h2xcejqtf2nbrexx3vqjhp41\"}")
          .body("error.code", equalTo(-32001))
          .body("error.data[0].'@type'", equalTo("type.googleapis.com/google.rpc.ErrorInfo"))
          .body("error.data[0].reason", equalTo("TASK_NOT_FOUND"))
          .body("error.data[0].domain", equalTo("a2a-protocol.org"));
      call("CreateTaskPushNotificationConfig", "{}").body("error.code", equalTo(-32001));
      call(
              "SendMessage",
              "{\"message\":{\"messageId\":\"f\",\"role\":\"ROLE_USER\",\"parts\":[{\"raw\":\"AA==\"}]}}")
          .body("error.code", equalTo(-32005));
      owner
          .request()
          .body("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ListTasks\"}")
          .post("/a2a/" + agent)
          .then()
          .body("error.code", equalTo(-32009));
      owner.request().body("{").post("/a2a/" + agent).then().body("error.code", equalTo(-32700));
      call(Callers.keyWith(owner, "runs:read"), "SendMessage", message("m1", "echo", "x", ""))
          .body("error.code", equalTo(-32004));
    }

    @Test
    void a_part_holds_one_kind_of_content() {
      for (var part :
          new String[] {
            "{\"text\":\"a\",\"data\":{}}",
            "{\"text\":\"a\",\"url\":\"https://files.example/a\"}",
            "{\"raw\":\"AA==\",\"url\":\"https://files.example/a\"}",
            "{}",
            "{\"text\":5}",
            "{\"text\":null}",
            "{\"url\":5}",
            "7"
          }) {
        call("SendMessage", parts(part)).body("error.code", equalTo(-32602));
      }
      call("SendMessage", parts("{\"url\":\"https://files.example/a\"}"))
          .body("error.code", equalTo(-32005));
      call("ListTasks", "{}").body("result.totalSize", equalTo(0));
      call("SendMessage", parts("{\"text\":null,\"data\":{\"text\":\"hello\"}}"))
          .body("result.task.artifacts[0].parts[0].data.said", equalTo("hello"));
    }

    private String parts(String part) {
      return message("p1", "echo", "x", "").replace("{\"text\":\"x\"}", part);
    }

    @Test
    void the_version_may_stand_in_the_query() {
      var list = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ListTasks\"}";
      var path = "/a2a/%s?A2A-Version=".formatted(agent);
      owner
          .request()
          .body(list)
          .post(path + "1.0")
          .then()
          .statusCode(200)
          .body("result.totalSize", equalTo(0));
      owner.request().body(list).post(path + "0.3").then().body("error.code", equalTo(-32009));
      owner
          .request()
          .header("A2A-Version", "1.0")
          .body(list)
          .post(path + "0.3")
          .then()
          .body("result.totalSize", equalTo(0));
    }

    @Test
    void an_error_has_the_request_s_id_where_it_can_be_read() {
      var begin = "{\"jsonrpc\":\"2.0\",\"id\":\"7\",\"method\":";
      var list = begin + "\"ListTasks\",\"params\":";
      refused(begin.replace("2.0", "1.0") + "\"ListTasks\"}", -32600);
      refused(begin.replace("\"2.0\"", "2.0") + "\"ListTasks\"}", -32600);
      refused(begin + "5}", -32600);
      refused(list + "[]}", -32602);
      refused(list + "\"x\"}", -32602);
      refused(list + "{\"contextId\":\"b\\ud800\"}}", -32602);
      refused(list + "{\"contextId\":\"b\\u0000\"}}", -32602)
          .body("error.message", containsString("/params/contextId: send no NUL"));
      for (var unnamed :
          new String[] {
            "[]",
            "{\"jsonrpc\":\"2.0\",\"method\":\"ListTasks\"}",
            "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ListTasks\"}",
            list.replace("\"7\"", "\"\\ud800\"") + "{}}"
          }) {
        post(unnamed).body("error.code", equalTo(-32600)).body("id", nullValue());
      }
    }

    private ValidatableResponse refused(String body, int code) {
      return post(body).body("error.code", equalTo(code)).body("id", equalTo("7"));
    }

    @Test
    void what_is_said_of_a_task_has_to_be_of_its_kind() {
      for (var method : new String[] {"GetTask", "CancelTask", "SubscribeToTask"}) {
        call(method, "{}").body("error.code", equalTo(-32602));
        call(method, "{\"id\":5}").body("error.code", equalTo(-32602));
      }
      for (var length : new String[] {"-1", "\"1\"", "1.5", "true", "[]", "4294967296"}) {
        var history = "\"historyLength\":" + length;
        call("GetTask", "{\"id\":\"run_01h2xcejqtf2nbrexx3vqjhp41\",%s}".formatted(history))
            .body("error.code", equalTo(-32602));
        call("ListTasks", "{%s}".formatted(history)).body("error.code", equalTo(-32602));
        call("SendMessage", configured("{%s}".formatted(history)))
            .body("error.code", equalTo(-32602));
      }
      for (var wrong :
          new String[] {"{\"returnImmediately\":\"yes\"}", "{\"returnImmediately\":1}", "[]"}) {
        call("SendMessage", configured(wrong)).body("error.code", equalTo(-32602));
        call("SendStreamingMessage", configured(wrong)).body("error.code", equalTo(-32602));
      }
      call("ListTasks", "{}").body("result.totalSize", equalTo(0));
    }

    private String configured(String configuration) {
      return message("c1", "echo", "x", "")
          .replaceFirst("\\}$", ",\"configuration\":%s}".formatted(configuration));
    }
  }

  @Nested
  @Tag("it")
  class Status_4xx {
    @Test
    void a_card_is_shown_to_those_who_may_see_agents() {
      var card = "/a2a/%s/.well-known/agent-card.json".formatted(agent);
      io.restassured.RestAssured.given().get(card).then().statusCode(401);
      Callers.as(Callers.keyWith(owner, "runs:read")).get(card).then().statusCode(403);
    }

    @Test
    void a_skill_is_changed_in_the_version_that_was_read() {
      var skill = "/api/v1/agents/%s/skills/echo".formatted(agent);
      var read = owner.request().get(skill).then().statusCode(200).extract().header("ETag");
      var body = "{\"workflow\":\"a2a/echo\",\"title\":\"echo\",\"description\":\"It says %s.\"}";
      owner
          .request()
          .header("If-Match", "\"0\"")
          .body(body.formatted("0"))
          .put(skill)
          .then()
          .statusCode(412);
      var put = owner.request().header("If-Match", read).body(body.formatted("1")).put(skill);
      var changed = put.then().statusCode(200).extract().header("ETag");
      owner
          .request()
          .header("If-Match", read)
          .body(body.formatted("2"))
          .put(skill)
          .then()
          .statusCode(412);
      owner.request().header("If-Match", read).delete(skill).then().statusCode(412);
      owner
          .request()
          .get(skill)
          .then()
          .header("ETag", equalTo(changed))
          .body("description", equalTo("It says 1."));
    }

    @Test
    void a_skill_is_a_workflow_that_is_there() {
      owner
          .request()
          .body("{\"workflow\":\"a2a/none\",\"title\":\"x\",\"description\":\"x\"}")
          .put("/api/v1/agents/%s/skills/none".formatted(agent))
          .then()
          .statusCode(400)
          .body("errors[0].pointer", equalTo("/workflow"));
      owner
          .request()
          .delete("/api/v1/agents/%s/skills/none".formatted(agent))
          .then()
          .statusCode(404);
      owner
          .request()
          .contentType(ContentType.JSON)
          .get("/api/v1/agents/%s/skills".formatted(agent))
          .then()
          .body("data.name", hasItem("echo"))
          .body("data[0].updated_at", notNullValue());
    }
  }

  @Nested
  @Tag("isolation")
  class Isolation {
    @Test
    void another_tenant_s_agent_is_as_one_that_doesn_t_exist() {
      var stranger = Callers.owner();
      var foreign = call(stranger.key(), "ListTasks", "{}").statusCode(404);
      var mine = agent;
      agent = "agt_01h2xcejqtf2nbrexx3vqjhp41";
      var missing = call(stranger.key(), "ListTasks", "{}").statusCode(404);
      agent = mine;
      assertThat(Problems.withoutTrace(foreign.extract().asString()))
          .isEqualTo(Problems.withoutTrace(missing.extract().asString()));
    }

    @Test
    void a_task_is_seen_by_the_key_that_asked_for_it() {
      var id =
          call("SendMessage", message("m1", "echo", "hello", ""))
              .extract()
              .<String>path("result.task.id");
      var other = Callers.keyWith(owner, "*");
      call(other, "GetTask", "{\"id\":\"%s\"}".formatted(id)).body("error.code", equalTo(-32001));
      call(other, "ListTasks", "{}").body("result.tasks.size()", equalTo(0));
    }
  }
}
