package io.ganglion.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the OpenAPI document promises. */
@QuarkusTest
@Tag("it")
class ApiDocumentTest {
  private JsonNode document;

  /** An operation of the document. */
  private record Described(String name, JsonNode operation) {}

  @BeforeEach
  void read() {
    document =
        Json.read(given().get("/api/openapi.json").then().statusCode(200).extract().asString());
  }

  @Test
  void it_is_openapi_3_1() {
    assertThat(document.path("openapi").textValue()).startsWith("3.1");
    assertThat(document.at("/components/securitySchemes/api_key/scheme").textValue())
        .isEqualTo("bearer");
  }

  @Test
  void every_operation_says_what_it_does_who_may_and_how_it_fails() {
    assertThat(operations()).isNotEmpty();
    for (var one : operations()) {
      assertThat(one.operation.path("summary").isTextual()).as(one.name).isTrue();
      assertThat(one.operation.path("tags").size()).as(one.name).isEqualTo(1);
      assertThat(one.operation.path("operationId").isTextual()).as(one.name).isTrue();
      if (!one.operation.path("security").isEmpty()) {
        assertThat(one.operation.at("/responses/401/$ref").textValue())
            .as(one.name)
            .isEqualTo("#/components/responses/Unauthenticated");
      }
    }
  }

  @Test
  void every_field_is_named_as_on_the_wire() {
    var wrong = new ArrayList<String>();
    document
        .at("/components/schemas")
        .properties()
        .forEach(
            schema ->
                schema
                    .getValue()
                    .path("properties")
                    .fieldNames()
                    .forEachRemaining(
                        field -> {
                          if (!field.matches("[a-z][a-z0-9_]*")) {
                            wrong.add(schema.getKey() + "." + field);
                          }
                        }));
    assertThat(document.at("/components/schemas/Problem/properties/trace_id").isObject()).isTrue();
    assertThat(wrong).isEmpty();
  }

  @Test
  void the_client_has_the_document_that_is_served() throws IOException {
    var served = Path.of("target/openapi.json");
    Files.writeString(served, document.toPrettyString());
    var committed = Path.of("../clients/typescript/openapi.json");
    assertThat(Json.read(Files.readString(committed)).equals(document))
        .as("stale: npm --prefix clients/typescript run api -- ../../backend/target/openapi.json")
        .isTrue(); // the two in the report would be a megabyte
  }

  @Test
  void identifiers_are_texts() {
    assertThat(document.at("/components/schemas/TenantId/type").textValue()).isEqualTo("string");
  }

  private List<Described> operations() {
    var all = new ArrayList<Described>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method -> {
                          if (path.getKey().startsWith("/api/")
                              && method.getValue().has("responses")) {
                            all.add(
                                new Described(
                                    method.getKey() + " " + path.getKey(), method.getValue()));
                          }
                        }));
    return all;
  }
}
