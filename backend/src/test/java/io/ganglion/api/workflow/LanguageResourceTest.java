package io.ganglion.api.workflow;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.ganglion.schema.Schemas;
import io.ganglion.testing.Callers;
import io.ganglion.workflow.Language;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("it")
class LanguageResourceTest {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  @Inject Schemas schemas;

  @Test
  void whoever_reads_workflows_gets_the_schemas() {
    Callers.owner()
        .request()
        .get("/api/v1/workflow-language")
        .then()
        .statusCode(200)
        .body("dsl", equalTo("1.0.3"))
        .body("functions", hasKey("ganglion.swarm"))
        .body("functions.'ganglion.approval'.required[0]", equalTo("title"))
        .body("metadata.properties.group.const", equalTo("atomic"));
    given().get("/api/v1/workflow-language").then().statusCode(401);
  }

  @Test
  void what_the_parser_knows_under_metadata_and_what_the_schema_says_is_the_same() {
    for (var name : Language.metadata().path("properties").properties()) {
      store("metadata: {ganglion: {%s: 17}}".formatted(name.getKey()))
          .body("errors[0].detail", not(containsString("unknown")));
    }
    store("metadata: {ganglion: {another: 17}}")
        .body("errors[0].detail", containsString("another"));
  }

  @Test
  void the_examples_fit_the_schema() throws IOException {
    var seen = new ArrayList<JsonNode>();
    try (var files = Files.list(Path.of("../examples"))) {
      for (var file : files.filter(it -> it.toString().endsWith(".yaml")).toList()) {
        var found = YAML.readTree(file.toFile()).findValues("metadata");
        found.stream()
            .filter(it -> it.has("ganglion"))
            .map(it -> it.get("ganglion"))
            .forEach(seen::add);
      }
    }
    assertThat(seen).hasSizeGreaterThan(4);
    for (var metadata : seen) {
      assertThat(schemas.check(Language.metadata(), metadata)).as(metadata.toString()).isEmpty();
    }
  }

  private static ValidatableResponse store(String metadata) {
    return Callers.owner()
        .request()
        .contentType("application/yaml")
        .body(
            "document: {dsl: '1.0.3', namespace: a, name: b, version: '1.0.0'}\ndo:\n- c:\n    set: {a: 1}\n    %s\n"
                .formatted(metadata)
                .getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/workflows/validate")
        .then()
        .statusCode(422);
  }
}
