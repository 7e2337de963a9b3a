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

  @Test
  void a_stream_s_last_event_id_is_shown_in_the_form_that_it_takes() {
    assertThat(lastEventId("/api/v1/events/stream")).isEqualTo("10147");
    assertThat(lastEventId("/api/v1/runs/{id}/events")).isEqualTo("10147.0");
  }

  private String lastEventId(String path) {
    for (var parameter : document.path("paths").path(path).path("get").path("parameters")) {
      if (parameter.path("name").asText().equals("Last-Event-ID")) {
        return parameter.path("example").asText();
      }
    }
    return "none";
  }

  @Test
  void what_can_be_missing_though_no_path_names_it_is_documented() {
    assertThat(responses("put", "/api/v1/spend/caps").has("404")).isTrue();
    assertThat(responses("put", "/api/v1/spend/caps").at("/200/content").isObject()).isTrue();
    assertThat(responses("delete", "/api/v1/tenant/sign-in/provider").has("404")).isTrue();
  }

  private JsonNode responses(String method, String path) {
    return document.path("paths").path(path).path(method).path("responses");
  }

  @Test
  void answers_that_say_where_to_look_list_the_header() {
    var locating = new ArrayList<String>();
    for (var one : operations()) {
      one.operation
          .path("responses")
          .properties()
          .forEach(
              response -> {
                if (response.getValue().path("headers").has("Location")) {
                  locating.add(one.name + " " + response.getKey());
                }
              });
    }
    assertThat(locating)
        .containsExactlyInAnyOrder(
            "post /api/v1/agents 201",
            "post /api/v1/connections 201",
            "post /api/v1/connectors 201",
            "post /api/v1/effects/{id}/undo 202",
            "post /api/v1/runs 202",
            "post /api/v1/runs/{id}/retry 202",
            "post /api/v1/workflows 201",
            "put /api/v1/runs/{id}/groups/{key} 202",
            "put /api/v1/runs/{id}/steps/{key} 202");
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
