package io.ganglion.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.connector.PlatformServer;
import io.ganglion.connector.PlatformServer.Reply;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JSON Schemas that a document names by their address. */
@QuarkusTest
@Tag("it")
class SchemaResourceTest {
  private final PlatformServer library =
      new PlatformServer(
          request ->
              switch (request.path()) {
                case "/order" -> Reply.json(200, "{\"type\":\"object\",\"required\":[\"order\"]}");
                case "/yaml" -> new Reply(200, Map.of(), "type: object\nrequired: [order]\n");
                case "/bad" -> Reply.json(200, "{\"type\":\"strnig\"}");
                case "/elsewhere" -> Reply.json(200, "{\"$ref\":\"https://a.example/other.json\"}");
                case "/words" -> new Reply(200, Map.of(), "{\"type\": ");
                case "/large" -> new Reply(200, Map.of(), " ".repeat(300_000) + "{}");
                default -> Reply.json(404, "{}");
              });
  private Kit kit;

  @BeforeEach
  void signUp() {
    kit = new Kit();
  }

  @AfterEach
  void close() {
    library.close();
  }

  private String body(String path) {
    return """
    input: {schema: {resource: {name: order, endpoint: '%1$s'}}}
    do:
      - note:
          input: {schema: {format: json, resource: {endpoint: {uri: '%1$s'}}}}
          set: {a: 1}
    """
        .formatted(library.url() + path);
  }

  @ParameterizedTest
  @CsvSource({"/order", "/yaml"})
  void a_schema_is_fetched_once_and_checks_the_runs(String path) {
    assertThat(kit.run(body(path), "{\"order\":1}").output().path("a").asInt()).isEqualTo(1);
    assertThat(library.journal()).hasSize(1);
    var error = kit.run(body(path), "{}").error();
    assertThat(error.path("type").asText()).isEqualTo(Kit.ERRORS + "validation");
    assertThat(error.path("detail").asText()).contains("order");
    assertThat(library.journal()).as("once a version, and none a run").hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/missing | its server answered 404",
        "/bad | can't be used",
        "/elsewhere | can't be used",
        "/words | can't be read",
        "/large | larger than 262144 bytes"
      })
  void one_that_can_t_be_had_is_told_with_its_place(String path, String detail) {
    var errors = kit.refused(body(path));
    assertThat(errors.at("/0/pointer").asText()).isEqualTo("/input/schema/resource/endpoint");
    assertThat(errors.at("/0/line").asInt()).isEqualTo(2);
    assertThat(errors.at("/0/detail").asText()).contains(detail);
  }

  @Test
  void no_address_of_ours_is_reached() {
    var errors =
        kit.refused(
            "input: {schema: {resource: {endpoint: 'http://169.254.169.254/latest'}}}\ndo: []\n");
    assertThat(errors.at("/0/detail").asText()).contains("the schema can't be had");
  }
}
