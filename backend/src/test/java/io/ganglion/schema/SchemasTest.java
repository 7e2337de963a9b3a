package io.ganglion.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.sun.net.httpserver.HttpServer;
import io.ganglion.kernel.CpuTime;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.Problem.Violation;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class SchemasTest {
  private final Schemas schemas = new Schemas();

  private List<Violation> check(String schema, String value) {
    return schemas.check(Json.read(schema), Json.read(value));
  }

  @Test
  void a_valid_value_has_no_violations() {
    assertThat(check("{\"type\": \"object\", \"required\": [\"a\"]}", "{\"a\": 1}")).isEmpty();
    assertThat(check("true", "5")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      quoteCharacter = '`',
      textBlock =
          """
          {"required": ["a"]}                  § {}              § ``        § 'a' is missing
          {"properties": {"a": {"type": "string"}}} § {"a": 1}   § /a        § must be a string, not a number
          {"type": ["string", "null"]}         § []              § ``        § must be a string or null, not an array
          {"additionalProperties": false}      § {"x/y": 1}      § /x~1y     § unknown property 'x/y'
          {"unevaluatedProperties": false}     § {"x": 1}        § /x        § unknown property 'x'
          {"items": {"minimum": 3}}            § [5, 1]          § /1        § must be at least 3
          {"maximum": 3}                       § 4               § ``        § must be at most 3
          {"enum": ["a", 1]}                   § "b"             § ``        § must be one of a, 1
          {"const": {"a": 1}}                  § {"a": 2}        § ``        § must be {"a":1}
          {"minLength": 2}                     § "b"             § ``        § must have at least 2 characters
          {"maxItems": 1}                      § [1, 2]          § ``        § must have at most 1 items
          {"pattern": "^a"}                    § "b"             § ``        § must match the pattern ^a
          {"format": "date-time"}              § "b"             § ``        § is not a valid date-time
          {"format": "uri"}                    § "a b"           § ``        § is not a valid uri
          false                                § 1               § ``        § nothing is allowed here
          """)
  void a_violation_says_where_and_what(
      String schema, String value, String pointer, String message) {
    assertThat(check(schema, value))
        .singleElement()
        .satisfies(
            v -> {
              assertThat(v.pointer()).isEqualTo(pointer);
              assertThat(v.detail()).contains(message);
            });
  }

  @Test
  void all_violations_are_told_at_once() {
    var schema =
        """
        {"required": ["x"], "properties": {"a": {"type": "string"}, "b": {"minimum": 3}}}
        """;
    assertThat(check(schema, "{\"a\": 1, \"b\": 2}")).hasSize(3);
  }

  @Test
  void of_alternatives_the_nearest_is_told() {
    var schema =
        """
        {"oneOf": [
          {"type": "string"},
          {"type": "object", "required": ["uri"], "properties": {"kind": {"const": "a"}}},
          {"type": "object", "required": ["id"], "properties": {"kind": {"const": "b"}}}]}
        """;
    assertThat(schemas.specific(Json.read(schema), Json.read("{\"kind\": \"b\"}")))
        .singleElement()
        .satisfies(m -> assertThat(m.detail()).isEqualTo("'id' is missing"));
    assertThat(schemas.specific(Json.read(schema), Json.read("5"))).isNotEmpty();
  }

  @Test
  void members_of_which_one_is_needed_are_told_together() {
    var schema = "{\"oneOf\": [{\"required\": [\"a\"]}, {\"required\": [\"b\"]}]}";
    assertThat(schemas.specific(Json.read(schema), Json.read("{}")))
        .singleElement()
        .satisfies(m -> assertThat(m.detail()).isEqualTo("'a' is missing, or 'b' is missing"));
  }

  @Test
  void references_within_a_schema_are_followed() {
    var schema =
        """
        {"$ref": "#/$defs/tree",
         "$defs": {"tree": {"properties": {"left": {"$ref": "#/$defs/tree"}, "n": {"type": "integer"}}}}}
        """;
    assertThat(check(schema, "{\"left\": {\"left\": {\"n\": 1}}}")).isEmpty();
    assertThat(check(schema, "{\"left\": {\"left\": {\"n\": \"x\"}}}"))
        .singleElement()
        .satisfies(v -> assertThat(v.pointer()).isEqualTo("/left/left/n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://json-schema.org/draft/2020-12/schema",
        "http://json-schema.org/draft-07/schema#",
      })
  void a_schema_may_say_which_draft_it_is_written_in(String draft) {
    var schema = "{\"$schema\": \"%s\", \"type\": \"string\"}".formatted(draft);
    assertThat(check(schema, "1")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:1/a.json",
        "https://example.com/schema.json",
        "file:///etc/passwd",
        "classpath:workflow/functions/http.json",
        "resource:workflow/functions/http.json",
        "jar:file:/tmp/a.jar!/x.json",
        "https://json-schema.org.example.com/draft/x",
        "a.json",
        "urn:example:none",
        "#/$defs/none",
      })
  void a_reference_to_elsewhere_is_refused(String reference) {
    var schema = Json.read("{\"$ref\": \"%s\"}".formatted(reference));
    assertThatThrownBy(() -> schemas.require(schema)).isInstanceOf(SchemaInvalid.class);
    assertThatThrownBy(() -> schemas.check(schema, TextNode.valueOf("x")))
        .isInstanceOf(SchemaInvalid.class);
  }

  @Test
  void nothing_is_fetched_from_the_network() throws Exception {
    var asked = new AtomicInteger();
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          exchange.sendResponseHeaders(200, 2);
          exchange.getResponseBody().write("{}".getBytes());
          exchange.close();
        });
    server.start();
    try {
      var base = "http://127.0.0.1:%d/s.json".formatted(server.getAddress().getPort());
      for (var schema :
          List.of(
              "{\"$ref\": \"%s\"}",
              "{\"$schema\": \"%s\"}",
              "{\"$id\": \"%s\", \"$ref\": \"other.json\"}",
              "{\"properties\": {\"a\": {\"$dynamicRef\": \"%s#x\"}}}")) {
        var read = Json.read(schema.formatted(base));
        assertThatThrownBy(() -> schemas.check(read, Json.read("{\"a\": 1}")))
            .isInstanceOf(SchemaInvalid.class);
      }
      assertThat(asked).hasValue(0);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void nothing_is_read_from_a_file(@TempDir Path folder) throws Exception {
    var file = Files.writeString(folder.resolve("s.json"), "{\"type\": \"string\"}");
    var schema = Json.object().put("$ref", file.toUri().toString());
    assertThatThrownBy(() -> schemas.check(schema, Json.read("1")))
        .isInstanceOf(SchemaInvalid.class);
  }

  @Test
  void one_schemas_id_does_not_stand_in_for_anothers() {
    var one =
        "{\"$id\": \"https://a.example/s\", \"$defs\": {\"t\": {\"type\": \"string\"}}, \"$ref\": \"#/$defs/t\"}";
    var other = one.replace("string", "integer");
    assertThat(check(one, "\"x\"")).isEmpty();
    assertThat(check(other, "\"x\"")).hasSize(1);
    assertThat(check(one, "\"x\"")).isEmpty();
    var guest = Json.read("{\"$ref\": \"https://a.example/s\"}");
    assertThatThrownBy(() -> schemas.check(guest, Json.read("1")))
        .isInstanceOf(SchemaInvalid.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"pattern\": \"(\"}",
        "{\"type\": 5}",
        "{\"properties\": 1}",
        "{\"required\": \"a\"}",
        "\"text\"",
        "[]"
      })
  void a_malformed_schema_is_refused(String schema) {
    assertThatThrownBy(() -> schemas.require(Json.read(schema))).isInstanceOf(SchemaInvalid.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"pattern\": \"^(a+)+$\"}",
        "{\"pattern\": \"^(a|aa)+$\"}",
        "{\"pattern\": \"(.*a){25}b\"}",
        "{\"patternProperties\": {\"^(a+)+$\": true}, \"pattern\": \"(a*)*b\"}",
      })
  void a_pattern_that_backtracks_without_end_ends(String schema) {
    var value = TextNode.valueOf("a".repeat(5_000) + "!");
    assertEndsSoon(Json.read(schema), value);
  }

  @Test
  void references_that_multiply_end() {
    var defs = new StringBuilder("{\"$ref\": \"#/$defs/a0\", \"$defs\": {");
    for (int i = 0; i < 40; i++) {
      defs.append(
          "\"a%d\": {\"allOf\": [{\"$ref\": \"#/$defs/a%d\"}, {\"$ref\": \"#/$defs/a%d\"}]},"
              .formatted(i, i + 1, i + 1));
    }
    assertEndsSoon(Json.read(defs + "\"a40\": {\"type\": \"string\"}}}"), TextNode.valueOf("x"));
  }

  @Test
  void references_that_multiply_with_the_value_end() {
    var schema =
        Json.read(
            "{\"properties\": {\"a\": {\"allOf\": [{\"$ref\": \"#\"}, {\"$ref\": \"#\"}, {\"$ref\": \"#\"}]}}}");
    JsonNode value = Json.object();
    for (int i = 0; i < 60; i++) {
      value = Json.object().set("a", value);
    }
    assertEndsSoon(schema, value);
  }

  @Test
  void a_schema_that_only_refers_to_itself_is_refused() {
    assertThatThrownBy(() -> check("{\"$ref\": \"#\"}", "1")).isInstanceOf(SchemaInvalid.class);
    assertThatThrownBy(() -> check("{\"allOf\": [{\"$ref\": \"#\"}]}", "1"))
        .isInstanceOf(SchemaInvalid.class);
  }

  private void assertEndsSoon(JsonNode schema, JsonNode value) {
    var time = CpuTime.start();
    try {
      schemas.check(schema, value);
    } catch (SchemaInvalid e) {
      assertThat(e).hasMessageContaining("make it simpler");
    }
    assertThat(time.elapsed()).isLessThan(Duration.ofSeconds(3));
  }
}
