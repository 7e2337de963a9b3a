package io.ganglion.addition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.RetryClass;
import io.ganglion.connector.UndoClass;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.Problem;
import io.ganglion.schema.Schemas;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class ApiReadingTest {
  private final Draft shop = Shop.read(Shop.DOCUMENT);

  private static Offer offer(Draft draft, String name) {
    return draft.offers().stream().filter(o -> o.name().equals(name)).findFirst().orElseThrow();
  }

  private static Draft one(String operation) {
    return Shop.read(
        "{openapi: 3.0.3, info: {title: t, version: '1'}, servers: [{url: 'https://a.example'}], paths: {%s}}"
            .formatted(operation));
  }

  @Test
  void a_document_is_a_connector_with_its_server_its_keys_and_an_action_an_operation() {
    assertThat(shop.title()).isEqualTo("Shop");
    assertThat(shop.address()).contains(URI.create("https://eu.shop.example/v1/"));
    assertThat(shop.offers())
        .extracting(Offer::name)
        .containsExactly("listItems", "addItem", "putItem", "deleteItem", "sendPicture", "me");
    assertThat(shop.schemes()).extracting(Scheme::key).containsExactly("X-Shop-Key");
    var credentials = Shop.addition().manifest().credentials();
    assertThat(credentials.at("/properties/key/writeOnly").asBoolean()).isTrue();
    assertThat(credentials.path("required")).isEqualTo(Json.read("[\"key\"]"));
  }

  @ParameterizedTest
  @CsvSource({
    "listItems, PURE, REVERSIBLE",
    "addItem, BLIND, IRREVERSIBLE",
    "putItem, IDEMPOTENT, IRREVERSIBLE",
    "deleteItem, IDEMPOTENT, IRREVERSIBLE"
  })
  void its_class_follows_the_method(String name, RetryClass retry, UndoClass undo) {
    assertThat(offer(shop, name).retryClass()).isEqualTo(retry);
    assertThat(offer(shop, name).undoClass()).isEqualTo(undo);
  }

  @Test
  void parameters_and_body_are_arguments_whose_schemas_stand_alone() {
    var input = offer(shop, "putItem").input();
    assertThat(input.path("required")).isEqualTo(Json.read("[\"itemId\"]"));
    var body = input.at("/properties/body");
    assertThat(body.at("/properties/name/maxLength").asInt()).isEqualTo(40);
    assertThat(body.at("/properties").has("id")).as("what only answers have").isFalse();
    assertThat(body.path("required")).isEqualTo(Json.read("[\"name\"]"));
    assertThat(body.at("/properties/parent"))
        .as("it comes back to itself")
        .isEqualTo(Json.object());
    assertThat(offer(shop, "addItem").output().at("/properties/id/type").asText())
        .isEqualTo("integer");
    assertThat(
            new Schemas().check(input, Json.read("{\"itemId\":\"7\",\"body\":{\"name\":\"tea\"}}")))
        .isEmpty();
    assertThat(new Schemas().check(input, Json.read("{\"itemId\":\"7\",\"bodi\":{}}")))
        .isNotEmpty();
  }

  @Test
  void what_can_t_be_served_says_why() {
    assertThat(offer(shop, "sendPicture").offered()).isFalse();
    assertThat(offer(shop, "sendPicture").missing().orElseThrow()).contains("multipart/form-data");
    assertThat(Shop.addition().manifest().actions()).doesNotContainKey("sendPicture");
  }

  @Test
  void names_are_identifiers_and_each_is_given_once() {
    var draft =
        one(
            "/a: {get: {operationId: \"'; DROP TABLE x --\"}}, /b: {get: {operationId: same}}, /c:"
                + " {get: {operationId: same}}, '/d/{id}': {get: {parameters: [{name: id, in: path,"
                + " required: true}]}},"
                + " /e: {get: {operationId: '42'}}, /f: {get: {operationId: '%s'}}"
                    .formatted("x".repeat(500)));
    assertThat(draft.offers())
        .extracting(Offer::name)
        .containsExactly("dropTABLEX", "same", "same2", "getDId", "op42", "x".repeat(64));
  }

  @Test
  void the_words_of_version_3_0_are_said_in_the_standard_s() {
    var input =
        offer(
                one(
                    "/a: {get: {operationId: a, parameters: [{name: n, in: query, schema: {type:"
                        + " integer, minimum: 3, exclusiveMinimum: true, nullable: true}}]}}"),
                "a")
            .input();
    var schemas = new Schemas();
    assertThat(schemas.check(input, Json.read("{\"n\":4}"))).isEmpty();
    assertThat(schemas.check(input, Json.read("{\"n\":null}"))).isEmpty();
    assertThat(schemas.check(input, Json.read("{\"n\":3}"))).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "/a: {get: {parameters: [{$ref: 'https://evil.example/p.yaml'}]}} | not in this document",
        "/a: {get: {parameters: [{$ref: '#/nowhere'}]}} | not in this document",
        "/a: {get: {parameters: [{name: q, in: query, schema: {type: 7}}]}} | schema is none",
        "/a: {get: {parameters: [{name: s, in: cookie, required: true, schema: {type: string}}]}} |"
            + " parameter in 'cookie'",
        "'/a/{x}': {get: {}} | path can't be filled in",
        "'@evil.example/a': {get: {}} | path can't be filled in",
        "'/a?b=c': {get: {}} | path can't be filled in",
        "/a: {get: {security: [{unknown: []}]}} | authentication that is not offered",
        "/a: {get: {servers: [{url: 'https://other.example'}]}} | server of its own",
        "/a: {post: {requestBody: {content: {application/octet-stream: {}}}}} |"
            + " application/octet-stream"
      })
  void an_operation_that_can_t_be_served_leaves_the_others_alone(String hostile, String why) {
    var draft = one(hostile + ", /fine: {get: {operationId: fine}}");
    assertThat(offer(draft, "fine").offered()).isTrue();
    assertThat(draft.offers().getFirst().missing().orElseThrow()).contains(why);
  }

  @Test
  void a_reference_that_multiplies_itself_is_refused_at_its_operation() {
    var schemas = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      schemas.append("S%d: {type: object, properties: {".formatted(i));
      for (var name : List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j")) {
        schemas.append("%s: {$ref: '#/components/schemas/S%d'}, ".formatted(name, i + 1));
      }
      schemas.append("}}, ");
    }
    var draft =
        Shop.read(
            "{openapi: 3.0.0, components: {schemas: {%s S20: {type: string}}}, paths: {/a: {post: {operationId: a, requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/S0'}}}}}}}}"
                .formatted(schemas));
    assertThat(draft.offers().getFirst().missing().orElseThrow()).contains("larger than 2000");
  }

  @Test
  void aliases_that_multiply_themselves_are_refused() {
    var bomb = new StringBuilder("openapi: 3.0.0\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(10)));
    }
    assertThatThrownBy(() -> Shop.read(bomb.append("paths: {}\n").toString()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("more than 100000 values");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{swagger: '2.0', paths: {}}",
        "{openapi: 3.0.0, paths: {}}",
        "{openapi: 4.0.0, paths: {/a: {get: {}}}}",
        "{asyncapi: 2.0.0}"
      })
  void what_is_no_openapi_3_is_refused(String document) {
    assertThatThrownBy(() -> Shop.read(document)).isInstanceOf(InvalidRequest.class);
  }

  @Test
  void more_operations_than_can_be_taken_are_refused() {
    var paths = new StringBuilder();
    for (int i = 0; i <= ApiDocument.MAX_OPERATIONS; i++) {
      paths.append("/p%d: {get: {}}, ".formatted(i));
    }
    assertThatThrownBy(() -> one(paths.toString())).hasMessageContaining("301 operations");
  }

  @Test
  void what_is_kept_is_read_back_the_same() {
    JsonNode kept = Json.read(AdditionJson.write(Shop.addition()));
    assertThat(AdditionJson.offers(kept)).isEqualTo(Shop.addition().offers());
    assertThat(AdditionJson.schemes(kept)).isEqualTo(Shop.addition().schemes());
  }
}
