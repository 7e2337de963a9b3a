package io.ganglion.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.connector.PlatformServer;
import io.ganglion.connector.PlatformServer.Reply;
import io.ganglion.connector.PlatformServer.Request;
import io.ganglion.kernel.Json;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@Tag("it")
class OpenApiCallTest {
  private static final String THREE =
      """
      openapi: 3.0.3
      servers: [{url: '/v{version}', variables: {version: {default: '7'}}}]
      paths:
        /pets/{petId}:
          parameters: [{$ref: '#/components/parameters/petId'}]
          get:
            operationId: getPet
            parameters:
              - {name: fields, in: query, schema: {type: array}}
              - {name: X-Trace, in: header}
              - {name: session, in: cookie}
          put:
            operationId: replacePet
            requestBody: {required: true, content: {application/json: {}}}
        /elsewhere:
          get: {operationId: far, parameters: [{$ref: 'other.yaml#/p'}]}
        /loop:
          get: {operationId: loop, parameters: [{$ref: '#/components/parameters/loop'}]}
      components:
        parameters:
          petId: {name: petId, in: path, required: true}
          loop: {$ref: '#/components/parameters/loop'}
      """;
  private static final String TWO =
      """
      {"swagger": "2.0", "basePath": "/v2", "paths": {
        "/pets/search": {"get": {"operationId": "search", "parameters": [
          {"name": "status", "in": "query", "type": "array", "collectionFormat": "multi"},
          {"name": "tags", "in": "query", "type": "array"}]}},
        "/pets": {"post": {"operationId": "add", "consumes": ["application/json"], "parameters": [
          {"name": "body", "in": "body", "required": true}]}},
        "/photos": {"post": {"operationId": "rename", "parameters": [
          {"name": "name", "in": "formData", "type": "string"}]}}}}
      """;

  private final PlatformServer shop = new PlatformServer(OpenApiCallTest::answer);
  private Kit kit;

  private static Reply answer(Request request) {
    return switch (request.path()) {
      case "/three.yaml" -> new Reply(200, Map.of("Content-Type", "application/yaml"), THREE);
      case "/two.json" -> Reply.json(200, TWO);
      case "/huge" -> new Reply(200, Map.of(), "#" + "x".repeat(1 << 20));
      case "/none" -> Reply.json(404, "{}");
      case "/other" -> Reply.json(200, "{\"hello\":1}");
      default -> Reply.json(200, "{\"id\":7,\"name\":\"Milo\"}");
    };
  }

  @BeforeEach
  void signUp() {
    kit = new Kit();
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private Kit.Ended call(String document, String rest) {
    return kit.run(
        """
        do:
          - ask:
              call: openapi
              with: {document: {endpoint: '%s%s'}, %s}
        """
            .formatted(shop.url(), document, rest),
        "{\"id\":7}");
  }

  private Request sent() {
    return shop.journal().getLast();
  }

  @Test
  void an_operation_s_parameters_go_where_it_says() {
    var run =
        call(
            "/three.yaml",
            "operationId: getPet, parameters: {petId: '${ .id }', fields: [a, b c], X-Trace: t, session: s}");
    assertThat(run.output()).isEqualTo(Json.read("{\"id\":7,\"name\":\"Milo\"}"));
    assertThat(sent().target()).isEqualTo("/v7/pets/7?fields=a&fields=b%20c");
    assertThat(sent().headers()).containsEntry("x-trace", "t").containsEntry("cookie", "session=s");
  }

  @Test
  void the_response_is_given_in_the_form_asked_for_and_the_call_is_authenticated() {
    var response =
        call(
                "/three.yaml",
                "operationId: getPet, parameters: {petId: 1}, output: response, authentication: {bearer: {token: a-token}}")
            .output();
    assertThat(response.path("statusCode").asInt()).isEqualTo(200);
    assertThat(response.at("/content/name").asText()).isEqualTo("Milo");
    assertThat(response.at("/request/uri").asText()).endsWith("/v7/pets/1");
    assertThat(sent().headers()).containsEntry("authorization", "Bearer a-token");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/three.yaml | operationId: replacePet, parameters: {petId: 1, name: Milo} | PUT | /v7/pets/1 | {\"name\":\"Milo\"}",
        "/three.yaml | operationId: replacePet, parameters: {petId: 1, body: [1]} | PUT | /v7/pets/1 | [1]",
        "/two.json | operationId: search, parameters: {status: [a, b], tags: [c, d]} | GET | /v2/pets/search?status=a&status=b&tags=c%2Cd | ''",
        "/two.json | operationId: add, parameters: {body: {name: Milo}} | POST | /v2/pets | {\"name\":\"Milo\"}",
        "/two.json | operationId: rename, parameters: {name: a b} | POST | /v2/photos | name=a+b"
      })
  void both_versions_of_descriptions_are_understood(
      String document, String rest, String method, String target, String body) {
    call(document, rest).output();
    assertThat(sent().method()).isEqualTo(method);
    assertThat(sent().target()).isEqualTo(target);
    assertThat(sent().body()).isEqualTo(body);
  }

  @Test
  void the_description_is_fetched_once_in_a_while() {
    call("/two.json", "operationId: search").output();
    call("/two.json", "operationId: search").output();
    assertThat(shop.journal().stream().filter(r -> r.path().equals("/two.json"))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/none | a | communication | 404 | answered 404",
        "/huge | a | configuration | 400 | larger than",
        "/other | a | configuration | 400 | no OpenAPI 3",
        "/two.json | nothing | configuration | 400 | it has add, rename, search",
        "/two.json | add | validation | 400 | needs the parameter 'body'",
        "/three.yaml | replacePet, parameters: {petId: 1} | validation | 400 | needs a body",
        "/three.yaml | getPet, parameters: {petId: 1, pet: 2} | validation | 400 | has no parameter 'pet'",
        "/three.yaml | far | configuration | 400 | refers to another one",
        "/three.yaml | loop | configuration | 400 | without end"
      })
  void what_can_t_be_called_is_an_error_that_says_why(
      String document, String operation, String type, int status, String detail) {
    var error = call(document, "operationId: " + operation).error();
    assertThat(error.path("type").asText()).isEqualTo(Kit.ERRORS + type);
    assertThat(error.path("status").asInt()).isEqualTo(status);
    assertThat(error.path("detail").asText()).contains(detail);
    assertThat(error.path("instance").asText()).isEqualTo("/do/0/ask");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{call: openapi, with: {operationId: a}} | /do/0/ask/with | document",
        "{call: grpc, with: {}} | /do/0/ask/call | call http or a connector's action",
        "{call: asyncapi, with: {}} | /do/0/ask/call | call http or a connector's action",
        "{run: {script: {language: js, code: a}}} | /do/0/ask/run/script | call http or a connector's action",
        "{run: {shell: {command: ls}}} | /do/0/ask/run/shell | call http or a connector's action",
        "{run: {container: {image: a}}} | /do/0/ask/run/container | call http or a connector's action",
        "{set: {a: 1}, input: {schema: {document: {$ref: 'https://a.example/s.json'}}}} | /do/0/ask/input/schema/document | can't be used"
      })
  void what_is_not_offered_is_refused_with_its_line(String task, String pointer, String detail) {
    var errors = kit.refused("do:\n  - ask: " + task);
    assertThat(errors.at("/0/pointer").asText()).isEqualTo(pointer);
    assertThat(errors.at("/0/line").asInt()).isEqualTo(3);
    assertThat(errors.at("/0/detail").asText()).contains(detail);
  }
}
