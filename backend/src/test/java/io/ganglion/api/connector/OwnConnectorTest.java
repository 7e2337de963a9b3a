package io.ganglion.api.connector;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.connector.PlatformServer;
import io.ganglion.connector.mcp.McpPeer;
import io.ganglion.kernel.Json;
import io.ganglion.testing.Customer;
import io.ganglion.testing.LoopbackPlatform;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("it")
class OwnConnectorTest {
  private static final String CONNECTORS = "/api/v1/connectors";
  private static final String ONE = CONNECTORS + "/my-shop";

  @TestHTTPResource("/")
  String url = "";

  private Customer customer;
  private LoopbackPlatform platform;

  @BeforeEach
  void signUp() throws IOException {
    customer = Customer.newTenant(url.replaceAll("/$", ""));
    platform = new LoopbackPlatform();
  }

  @AfterEach
  void close() {
    platform.close();
  }

  private RequestSpecification as(Customer who) {
    return given().header("Authorization", "Bearer " + who.key()).contentType("application/json");
  }

  private RequestSpecification request() {
    return as(customer);
  }

  private ObjectNode body(String document) {
    return Json.object().put("name", "my-shop").put("document", document);
  }

  private String document() {
    return """
    openapi: 3.0.3
    info: {title: 'A "shop"', version: '1'}
    servers: [{url: '%s'}]
    components: {securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}}
    security: [{key: []}]
    paths:
      /items:
        get: {operationId: listItems, responses: {'200': {description: ok}}}
        post:
          operationId: addItem
          requestBody: {content: {application/json: {schema: {type: object, required: [name], properties: {name: {type: string}}}}}}
          responses: {'201': {description: ok}}
      /items/{id}:
        parameters: [{name: id, in: path, required: true, schema: {type: string}}]
        delete: {operationId: deleteItem, responses: {'204': {description: ok}}}
      /pictures:
        post: {operationId: picture, requestBody: {content: {multipart/form-data: {}}}, responses: {'200': {description: ok}}}
      /me: {get: {operationId: me, responses: {'200': {description: ok}}}}
    """
        .formatted(platform.url(""));
  }

  private ValidatableResponse made() {
    return request().body(body(document()).toString()).post(CONNECTORS).then();
  }

  private void connected() {
    var connection = Json.object().put("connector", "my-shop").put("name", "shop");
    connection.putObject("credentials").put("key", "key-0123456789");
    customer.post("/connections", connection);
  }

  @Nested
  class Created_201 {
    @Test
    void a_document_is_a_connector_with_an_action_an_operation() {
      made()
          .statusCode(201)
          .header("Location", containsString(ONE))
          .header("ETag", "\"1\"")
          .body("kind", equalTo("openapi"))
          .body("title", equalTo("A \"shop\""))
          .body("environments", equalTo(java.util.List.of("production")))
          .body("actions.find { it.function == 'my-shop.listItems' }.retry_class", equalTo("pure"))
          .body("actions.find { it.function == 'my-shop.addItem' }.retry_class", equalTo("blind"))
          .body("actions.find { it.function == 'my-shop.picture' }.own.offered", equalTo(false))
          .body(
              "actions.find { it.function == 'my-shop.picture' }.own.missing",
              containsString("multipart"))
          .body(
              "actions.find { it.function == 'my-shop.deleteItem' }.own.source",
              equalTo("DELETE /items/{id}"));
      request().get(CONNECTORS).then().statusCode(200).body("data.name", hasItem("my-shop"));
      request().get(CONNECTORS + "/x").then().statusCode(200).body("kind", nullValue());
    }

    @Test
    void one_at_an_address_is_fetched() {
      platform.answers(entry -> Json.write(io.ganglion.workflow.Texts.value(document())));
      var body = Json.object().put("name", "my-shop").put("url", platform.url("/openapi.json"));
      request().body(body.toString()).post(CONNECTORS).then().statusCode(201);
      assertThat(platform.effects("/openapi.json")).isEqualTo(1);
    }

    @Test
    void the_tools_of_a_server_are_one_and_what_it_claims_counts_once_it_is_confirmed() {
      var peer = new McpPeer(true);
      try (var server = new PlatformServer(peer)) {
        var body = Json.object().put("name", "my-tools");
        body.putObject("mcp")
            .put("url", server.url() + "/mcp")
            .putObject("credentials")
            .put("token", "secret-once");
        request()
            .body(body.toString())
            .post(CONNECTORS)
            .then()
            .statusCode(201)
            .body("kind", equalTo("mcp"))
            .body("actions[0].function", equalTo("my-tools.echo"))
            .body("actions[0].retry_class", equalTo("blind"))
            .body("actions[0].own.claimed_retry_class", equalTo("pure"));
        assertThat(server.journal().getFirst().headers())
            .containsEntry("authorization", "Bearer secret-once");
        request()
            .body("{\"actions\":{\"echo\":{\"retry_class\":\"pure\"}}}")
            .patch(CONNECTORS + "/my-tools")
            .then()
            .statusCode(200)
            .body("actions[0].retry_class", equalTo("pure"));
        peer.shows(
            "[{\"name\":\"echo\",\"inputSchema\":{\"type\":\"object\",\"maxProperties\":3}},{\"name\":\"add\",\"inputSchema\":{\"type\":\"object\"}}]");
        var digest =
            request()
                .body("{}")
                .post(CONNECTORS + "/my-tools/refresh")
                .then()
                .statusCode(200)
                .body("added", equalTo(java.util.List.of("add")))
                .body("changed", equalTo(java.util.List.of("echo")))
                .body("connector.actions[0].retry_class", equalTo("pure"))
                .extract()
                .<String>path("digest");
        request()
            .body("{\"confirm\":\"%s\"}".formatted(digest))
            .post(CONNECTORS + "/my-tools/refresh")
            .then()
            .statusCode(200)
            .body("connector.actions[0].retry_class", equalTo("blind"))
            .body("connector.actions[1].function", equalTo("my-tools.add"));
        peer.shows("[{\"name\":\"add\",\"inputSchema\":{\"type\":\"object\"}}]");
        request()
            .body("{\"confirm\":\"%s\"}".formatted(digest))
            .post(CONNECTORS + "/my-tools/refresh")
            .then()
            .statusCode(409)
            .body("code", equalTo("description_changed"));
      }
    }
  }

  @Nested
  class Changed_200 {
    @Test
    void what_the_tenant_says_of_an_action_holds() {
      made().statusCode(201);
      connected();
      var tag =
          request()
              .header("If-Match", "\"1\"")
              .body(
                  """
                  {"title": "Ours", "identity": {"action": "me", "pointer": "/account/id"},
                   "actions": {"addItem": {"idempotency_header": "Idempotency-Key",
                     "undo": {"undo_class": "reversible", "action": "deleteItem", "arguments": {"id": "/output/id"}}}}}
                  """)
              .patch(ONE)
              .then()
              .statusCode(200)
              .body("title", equalTo("Ours"))
              .body("identity.action", equalTo("me"))
              .body(
                  "actions.find { it.function == 'my-shop.addItem' }.retry_class",
                  equalTo("idempotent"))
              .body(
                  "actions.find { it.function == 'my-shop.addItem' }.undo_class",
                  equalTo("reversible"))
              .body(
                  "actions.find { it.function == 'my-shop.addItem' }.undo_action",
                  equalTo("deleteItem"))
              .extract()
              .header("ETag");
      assertThat(tag).isEqualTo("\"2\"");
    }

    @Test
    void an_operation_that_tells_the_account_makes_two_keys_one_system() {
      made().statusCode(201);
      platform.answers(entry -> "{\"account\":{\"id\":\"acc-7\"}}");
      request()
          .body("{\"identity\":{\"action\":\"me\",\"pointer\":\"/account/id\"}}")
          .patch(ONE)
          .then()
          .statusCode(200);
      connected();
      var second = Json.object().put("connector", "my-shop").put("name", "second");
      second.putObject("credentials").put("key", "another-key-987");
      customer.post("/connections", second);
      var connections = customer.all("/connections");
      assertThat(connections).extracting(c -> c.path("system").asText()).doesNotContain("");
      assertThat(connections.get(0).path("system")).isEqualTo(connections.get(1).path("system"));
      assertThat(connections.get(0).path("label").asText()).isEqualTo("acc-7");
    }
  }

  @Nested
  class Refused_400 {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "x",
          "shop",
          "http",
          "mcp",
          "ganglion",
          "My-Shop",
          "-shop",
          "shop-",
          "a--b",
          "a-'b"
        })
    void a_name_is_never_one_that_could_be_a_built_in_s(String name) {
      request()
          .body(body(document()).put("name", name).toString())
          .post(CONNECTORS)
          .then()
          .statusCode(400)
          .body("errors[0].pointer", equalTo("/name"));
    }

    @ParameterizedTest
    @CsvSource({
      "http://169.254.169.254/latest, link-local",
      "http://10.0.0.1, private-use",
      "http://[::1]:8080, off limits",
      "file:///etc/passwd, only http and https",
      "http://user:pass@example.com, user name"
    })
    void a_server_in_a_network_that_is_off_limits_is_none(String server, String why) {
      var hostile = document().replace(platform.url(""), server);
      request()
          .body(body(hostile).toString())
          .post(CONNECTORS)
          .then()
          .statusCode(400)
          .body("detail", containsString(why.equals("off limits") ? "" : why));
      var fetched = Json.object().put("name", "my-shop").put("url", server);
      request().body(fetched.toString()).post(CONNECTORS).then().statusCode(400);
      var asked = Json.object().put("name", "my-shop");
      asked.putObject("mcp").put("url", server);
      request().body(asked.toString()).post(CONNECTORS).then().statusCode(400);
      request().get(ONE).then().statusCode(404);
    }

    @Test
    void a_document_that_is_none_is_refused_with_what_to_send() {
      request()
          .body(body("just words").toString())
          .post(CONNECTORS)
          .then()
          .statusCode(400)
          .body("errors[0].pointer", equalTo("/document"));
      request()
          .body("{\"name\":\"my-shop\",\"document\":\"\"}")
          .post(CONNECTORS)
          .then()
          .statusCode(400)
          .body("errors[0].pointer", equalTo("/document"))
          .body("errors[0].detail", equalTo("send an OpenAPI document as YAML or JSON"));
      request().body("{\"name\":\"my-shop\"}").post(CONNECTORS).then().statusCode(400);
    }

    @Test
    void words_that_contradict_each_other_change_nothing() {
      made().statusCode(201);
      request()
          .body(
              "{\"actions\":{\"addItem\":{\"undo\":{\"undo_class\":\"reversible\",\"action\":\"nothing\"}}}}")
          .patch(ONE)
          .then()
          .statusCode(400)
          .body("errors[0].pointer", equalTo("/actions/addItem/undo/action"));
      request().get(ONE).then().header("ETag", "\"1\"");
    }
  }

  @Test
  void a_document_that_is_too_large_is_refused_before_it_is_read_413() {
    var large = "{\"name\":\"my-shop\",\"document\":\"" + "x".repeat(5 << 20) + "\"}";
    request().body(large).post(CONNECTORS).then().statusCode(413);
  }

  @Test
  void one_of_30_mb_at_an_address_is_not_taken() {
    platform.answers(entry -> "x".repeat(30 << 20));
    var body = Json.object().put("name", "my-shop").put("url", platform.url("/openapi.json"));
    request().body(body.toString()).post(CONNECTORS).then().statusCode(anyOf(is(400), is(502)));
    request().get(ONE).then().statusCode(404);
  }

  @Nested
  class Missing_404 {
    @Test
    void another_tenant_s_connector_does_not_exist() {
      made().statusCode(201);
      var other = Customer.newTenant(url.replaceAll("/$", ""));
      as(other).get(ONE).then().statusCode(404);
      as(other).body("{}").patch(ONE).then().statusCode(404);
      as(other).body("{}").post(ONE + "/refresh").then().statusCode(404);
      as(other).delete(ONE).then().statusCode(404);
      as(other).get(CONNECTORS).then().body("data.name", not(hasItem("my-shop")));
      var connection = Json.object().put("connector", "my-shop").put("name", "theirs");
      as(other).body(connection.toString()).post("/api/v1/connections").then().statusCode(400);
      as(other)
          .contentType("application/yaml")
          .body(
              ("document: {dsl: '1.0.3', namespace: n, name: w, version: '1.0.0'}\n"
                      + "do:\n"
                      + "  - a: {call: my-shop.listItems, with: {connection: shop}}\n")
                  .getBytes(java.nio.charset.StandardCharsets.UTF_8))
          .post("/api/v1/workflows")
          .then()
          .statusCode(422)
          .body("detail", containsString("there is no function 'my-shop.listItems'"));
    }
  }

  @Nested
  class Conflict_409 {
    @Test
    void a_name_is_taken_once() {
      made().statusCode(201);
      made().statusCode(409).body("code", equalTo("name_taken"));
    }

    @Test
    void credentials_that_were_given_for_one_server_are_not_sent_to_another() {
      made().statusCode(201);
      connected();
      request()
          .body("{\"base_url\":\"https://example.com\"}")
          .patch(ONE)
          .then()
          .statusCode(409)
          .body("code", equalTo("credentials_elsewhere"))
          .body("detail", containsString("shop"));
      request()
          .body("{\"base_url\":\"%s\"}".formatted(platform.url("/v2")))
          .patch(ONE)
          .then()
          .statusCode(200);
    }

    @Test
    void what_is_used_is_not_deleted_and_who_uses_it_is_named() {
      made().statusCode(201);
      connected();
      customer.postYaml(
          "/workflows",
          "document: {dsl: '1.0.3', namespace: mine, name: lists, version: '1.0.0'}\n"
              + "do:\n"
              + "  - a: {call: my-shop.listItems, with: {connection: shop}}\n");
      request()
          .delete(ONE)
          .then()
          .statusCode(409)
          .body("code", equalTo("connector_in_use"))
          .body("detail", containsString("connections shop and workflows mine/lists"));
      customer.postYaml(
          "/workflows",
          "document: {dsl: '1.0.3', namespace: mine, name: lists, version: '1.0.1'}\n"
              + "do:\n"
              + "  - a: {set: {a: 1}}\n");
      var connection = customer.all("/connections").getFirst().path("id").asText();
      request().delete("/api/v1/connections/" + connection).then().statusCode(204);
      request().delete(ONE).then().statusCode(204);
      request().get(ONE).then().statusCode(404);
    }
  }

  @Test
  void a_change_of_what_has_changed_since_is_refused_412() {
    made().statusCode(201);
    request().header("If-Match", "\"7\"").body("{}").patch(ONE).then().statusCode(412);
    request().header("If-Match", "\"7\"").delete(ONE).then().statusCode(412);
  }

  @Test
  void a_description_that_can_t_be_had_stores_nothing_502() {
    platform.fault("/openapi.json", LoopbackPlatform.Fault.MISSING);
    var body = Json.object().put("name", "my-shop").put("url", platform.url("/openapi.json"));
    request()
        .body(body.toString())
        .post(CONNECTORS)
        .then()
        .statusCode(502)
        .body("code", equalTo("description_unreachable"));
    request().get(ONE).then().statusCode(404);
  }
}
