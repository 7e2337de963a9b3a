package io.ganglion.api.mcp;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.ganglion.testing.Callers;
import io.ganglion.testing.Problems;
import io.ganglion.testing.SignedInPeople;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What messages are answered, byte by byte. */
@QuarkusTest
class McpResourceTest {
  private static final String META =
      """
      "_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientCapabilities":{}}
      """
          .strip();
  private static final String LIST =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{" + META + "}}";
  private static final String INITIALIZE =
      """
      {"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},
       "clientInfo":{"name":"test","version":"1"}}}
      """;
  private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"ping\"}";

  private Callers.Owner owner;
  private String agent = "";

  @BeforeEach
  void signUp() {
    owner = Callers.owner();
    agent = agentOf(owner, "hand");
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

  private static RequestSpecification as(String key) {
    return given()
        .auth()
        .oauth2(key)
        .contentType(ContentType.JSON)
        .accept("application/json, text/event-stream");
  }

  /** A request of the current revision. */
  private static RequestSpecification current(String key, String method) {
    return as(key).header("MCP-Protocol-Version", "2026-07-28").header("Mcp-Method", method);
  }

  private ValidatableResponse send(RequestSpecification request, String body) {
    return request.body(body).post("/mcp/" + agent).then();
  }

  private String session() {
    return send(as(owner.key()), INITIALIZE)
        .statusCode(200)
        .header("Mcp-Session-Id", notNullValue())
        .body("result.protocolVersion", equalTo("2025-11-25"))
        .extract()
        .header("Mcp-Session-Id");
  }

  @Nested
  @Tag("it")
  class Status_2xx {
    @Test
    void the_server_says_what_it_is() {
      send(
              current(owner.key(), "server/discover"),
              "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"server/discover\",\"params\":{"
                  + META
                  + "}}")
          .statusCode(200)
          .body("result.supportedVersions", hasItem("2026-07-28"))
          .body("result.capabilities.tools", notNullValue())
          .body("result.instructions", containsString("idempotency_key"));
    }

    @Test
    void a_caller_sees_the_tools_that_its_scopes_allow() {
      send(current(owner.key(), "tools/list"), LIST)
          .statusCode(200)
          .body("result.tools.name", hasItem("ganglion_state_put"))
          .body("result.tools.name", hasItem("ganglion_approvals_decide"));
      send(current(Callers.keyWith(owner, "agents:read"), "tools/list"), LIST)
          .statusCode(200)
          .body("result.tools.name", hasItem("ganglion_state_get"))
          .body("result.tools.name", not(hasItem("ganglion_state_put")))
          .body("result.tools.name", not(hasItem("ganglion_wait")));
    }

    @Test
    void an_access_token_of_the_identity_provider_is_as_good_as_a_key() {
      var ann = SignedInPeople.newcomer();
      var tenant = SignedInPeople.tenantOf(ann);
      var hers =
          SignedInPeople.in(tenant, ann)
              .contentType(ContentType.JSON)
              .body("{\"name\":\"hers\"}")
              .post("/api/v1/agents")
              .then()
              .statusCode(201)
              .extract()
              .<String>path("id");
      SignedInPeople.as(ann)
          .contentType(ContentType.JSON)
          .header("MCP-Protocol-Version", "2026-07-28")
          .header("Mcp-Method", "tools/list")
          .body(LIST)
          .post("/mcp/" + hers)
          .then()
          .statusCode(200)
          .body("result.tools.name", hasItem("ganglion_wait"));
    }

    @Test
    void a_session_answers_pings_and_takes_notifications_until_it_is_ended() {
      var session = session();
      send(as(owner.key()).header("Mcp-Session-Id", session), PING)
          .statusCode(200)
          .body("id", equalTo(7))
          .body("result", notNullValue());
      send(
              as(owner.key()).header("Mcp-Session-Id", session),
              "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}")
          .statusCode(202);
      as(owner.key())
          .header("Mcp-Session-Id", session)
          .delete("/mcp/" + agent)
          .then()
          .statusCode(204);
      send(as(owner.key()).header("Mcp-Session-Id", session), PING).statusCode(404);
    }

    @Test
    void a_method_that_isn_t_there_is_an_error_of_the_call() {
      send(
              as(owner.key()).header("Mcp-Session-Id", session()),
              "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"resources/list\"}")
          .statusCode(200)
          .body("error.code", equalTo(-32601));
    }

    @Test
    void the_metadata_names_who_gives_tokens() {
      given()
          .get("/.well-known/oauth-protected-resource/mcp/" + agent)
          .then()
          .statusCode(200)
          .body("resource", containsString("/mcp/" + agent))
          .body("authorization_servers.size()", equalTo(1));
      given()
          .get("/.well-known/oauth-protected-resource")
          .then()
          .statusCode(200)
          .body("resource", containsString("/mcp"));
    }
  }

  @Nested
  @Tag("it")
  class Status_400 {
    @Test
    void what_is_no_json_rpc_is_answered_as_json_rpc() {
      send(as(owner.key()), "{").statusCode(400).body("error.code", equalTo(-32700));
      unread("{\"a\":1,\"a\":2}", "a key appears twice");
      unread("[".repeat(2_000), "nest at most");
      unread("{\"a\":\"b\\u0000\"}", "/a: send no NUL");
      unread("{\"a\":1e400}", "/a: send a number of at most 400 digits");
      send(as(owner.key()), "[" + PING + "]")
          .statusCode(400)
          .body("error.code", equalTo(-32600))
          .body("id", nullValue());
      send(as(owner.key()), "{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"}").statusCode(400);
      send(as(owner.key()), "\"ping\"").statusCode(400);
    }

    private void unread(String body, String why) {
      send(as(owner.key()), body)
          .statusCode(400)
          .body("error.code", equalTo(-32700))
          .body("error.message", containsString(why));
    }

    @Test
    void who_opens_a_session_says_which_revision_it_would_speak() {
      for (var params :
          List.of(
              "",
              ",\"params\":{}",
              ",\"params\":{\"protocolVersion\":null}",
              ",\"params\":{\"protocolVersion\":5}",
              ",\"params\":[]")) {
        send(as(owner.key()), rpc("initialize", params))
            .statusCode(400)
            .header("Mcp-Session-Id", nullValue())
            .body("error.code", equalTo(-32602))
            .body("id", equalTo(3));
      }
    }

    @Test
    void params_are_an_object() {
      var session = session();
      for (var method : List.of("ping", "tools/list", "tools/call", "resources/list")) {
        for (var params : List.of("[]", "\"x\"", "5", "true")) {
          send(
                  as(owner.key()).header("Mcp-Session-Id", session),
                  rpc(method, ",\"params\":" + params))
              .statusCode(400)
              .body("error.code", equalTo(-32602))
              .body("id", equalTo(3));
        }
      }
      send(current(owner.key(), "tools/list"), rpc("tools/list", ",\"params\":[]"))
          .statusCode(400)
          .body("error.code", equalTo(-32602));
    }

    private String rpc(String method, String params) {
      return "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"%s\"%s}".formatted(method, params);
    }

    @Test
    void headers_have_to_say_what_the_body_says() {
      send(as(owner.key()), LIST).statusCode(400).body("error.code", equalTo(-32020));
      send(current(owner.key(), "tools/call"), LIST).statusCode(400);
      send(current(owner.key(), "tools/list").header("MCP-Protocol-Version", "2025-11-25"), LIST)
          .statusCode(400);
    }

    @Test
    void a_request_of_the_current_revision_that_says_too_little_of_its_client_lacks_a_parameter() {
      for (var meta :
          List.of(
              "",
              "\"_meta\":{\"io.modelcontextprotocol/clientCapabilities\":{}}",
              "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\"}")) {
        send(current(owner.key(), "tools/list"), LIST.replace(META, meta))
            .statusCode(400)
            .body("error.code", equalTo(-32602))
            .body("id", equalTo(1));
      }
    }

    @Test
    void a_revision_that_isn_t_spoken_is_told_those_that_are() {
      send(
              as(owner.key())
                  .header("MCP-Protocol-Version", "2030-01-01")
                  .header("Mcp-Method", "tools/list"),
              LIST.replace("2026-07-28", "2030-01-01"))
          .statusCode(400)
          .body("error.code", equalTo(-32022))
          .body("error.data.supported", hasItem("2026-07-28"));
      send(
              as(owner.key())
                  .header("Mcp-Session-Id", session())
                  .header("MCP-Protocol-Version", "1999-01-01"),
              PING)
          .statusCode(400);
    }

    @Test
    void a_tool_that_isn_t_there_is_a_wrong_parameter() {
      send(
              current(owner.key(), "tools/call").header("Mcp-Name", "nothing"),
              LIST.replace("tools/list", "tools/call")
                  .replace("\"params\":{", "\"params\":{\"name\":\"nothing\",\"arguments\":{},"))
          .statusCode(400)
          .body("error.code", equalTo(-32602));
    }

    @Test
    void a_request_without_a_session_says_which() {
      send(as(owner.key()), PING).statusCode(400).body("code", equalTo("session_needed"));
    }

    @Test
    void of_several_agents_one_is_named() {
      agentOf(owner, "other");
      as(owner.key())
          .body(INITIALIZE)
          .post("/mcp")
          .then()
          .statusCode(400)
          .body("code", equalTo("agent_needed"));
    }
  }

  @Nested
  @Tag("it")
  class Status_4xx {
    @Test
    void a_caller_without_a_credential_is_told_where_to_get_one() {
      given()
          .contentType(ContentType.JSON)
          .body(LIST)
          .post("/mcp/" + agent)
          .then()
          .statusCode(401)
          .header(
              "WWW-Authenticate",
              containsString("/.well-known/oauth-protected-resource/mcp/" + agent));
    }

    @Test
    void a_page_of_a_foreign_origin_is_not_let_in() {
      send(current(owner.key(), "tools/list").header("Origin", "https://evil.example"), LIST)
          .statusCode(403)
          .body("code", equalTo("origin_refused"));
    }

    @Test
    void there_is_no_stream_beside_those_of_calls() {
      as(owner.key())
          .get("/mcp/" + agent)
          .then()
          .statusCode(405)
          .header("Allow", equalTo("DELETE, POST"));
    }

    @Test
    void a_body_that_is_too_large_or_of_another_type_is_refused() {
      send(as(owner.key()), "{\"a\":\"" + "x".repeat(1 << 20) + "\"}").statusCode(413);
      send(as(owner.key()).contentType(ContentType.TEXT), PING).statusCode(415);
    }

    @Test
    void a_key_that_may_not_run_things_calls_no_action() {
      send(
              current(Callers.keyWith(owner, "agents:read"), "tools/call")
                  .header("Mcp-Name", "ganglion_state_put"),
              LIST.replace("tools/list", "tools/call")
                  .replace(
                      "\"params\":{",
                      "\"params\":{\"name\":\"ganglion_state_put\",\"arguments\":{\"key\":\"a\",\"value\":1},"))
          .statusCode(400)
          .body("error.code", equalTo(-32602));
    }
  }

  @Nested
  @Tag("isolation")
  class Isolation {
    @Test
    void another_tenant_s_agent_is_as_one_that_doesn_t_exist() {
      var stranger = Callers.owner();
      agentOf(stranger, "own");
      var foreign = send(current(stranger.key(), "tools/list"), LIST).statusCode(404);
      var mine = agent;
      agent = "agt_01h2xcejqtf2nbrexx3vqjhp41";
      var missing = send(current(stranger.key(), "tools/list"), LIST).statusCode(404);
      agent = mine;
      assertThat(Problems.withoutTrace(foreign.extract().asString()))
          .isEqualTo(Problems.withoutTrace(missing.extract().asString()));
    }

    @Test
    void a_session_is_of_the_key_that_opened_it_and_of_its_agent() {
      var session = session();
      send(as(Callers.keyWith(owner, "*")).header("Mcp-Session-Id", session), PING).statusCode(404);
      var stranger = Callers.owner();
      var theirs = agentOf(stranger, "own");
      as(stranger.key())
          .header("Mcp-Session-Id", session)
          .body(PING)
          .post("/mcp/" + theirs)
          .then()
          .statusCode(404);
      var other = agentOf(owner, "other");
      as(owner.key())
          .header("Mcp-Session-Id", session)
          .body(PING)
          .post("/mcp/" + other)
          .then()
          .statusCode(404);
    }
  }
}
