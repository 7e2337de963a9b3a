package io.ganglion.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.kernel.Json;
import io.ganglion.testing.Callers;
import io.ganglion.testing.Callers.Owner;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests as no well-behaved client sends them, hence sent by one that lets them be. */
@QuarkusTest
@Tag("it")
class BadHeadersTest {
  private static final String KEYS = "/api/v1/api-keys";
  private static final String DOCUMENT = "/api/openapi.json";

  /** Things that are not there. */
  private static final List<String> CHANGED =
      List.of(
          "/api/v1/agents/agt_01h2xcejqtf2nbrexx3vqjhp41",
          "/api/v1/agents/agt_01h2xcejqtf2nbrexx3vqjhp41/state/plan",
          "/api/v1/endpoints/whe_01h2xcejqtf2nbrexx3vqjhp41",
          "/api/v1/triggers/trg_01h2xcejqtf2nbrexx3vqjhp41");

  @TestHTTPResource("/")
  String url = "";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private Owner owner;

  @BeforeEach
  void signUp() {
    owner = Callers.owner();
  }

  @AfterEach
  void close() {
    http.close();
  }

  private HttpResponse<String> send(String method, String path, String... headers)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(url.replaceAll("/$", "") + path))
            .header("Authorization", "Bearer " + owner.key())
            .headers(headers)
            .method(method, BodyPublishers.ofString("{}"))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  private static void refused(HttpResponse<String> answer, String word) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(415);
    var problem = Json.read(answer.body());
    assertThat(problem.path("code").asText()).isEqualTo("unsupported_media_type");
    assertThat(problem.path("detail").asText()).contains(word);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "///", "text/", ";", "application/json, text/plain", ""})
  void a_content_type_that_is_none_is_refused_everywhere(String type) throws Exception {
    var agent = "agt_01h2xcejqtf2nbrexx3vqjhp41";
    for (var path :
        List.of(
            KEYS,
            "/api/v1/agents",
            "/api/v1/events",
            "/api/v1/workflows",
            "/mcp",
            "/mcp/" + agent,
            "/a2a/" + agent,
            "/in/x")) {
      refused(send("POST", path, "Content-Type", type), "application/json");
    }
    refused(send("PATCH", "/api/v1/agents/" + agent, "Content-Type", type), "application/json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json-patch+json", "application/x+json", "text/plain"})
  void a_change_of_another_form_is_refused(String type) throws Exception {
    for (var path : CHANGED) {
      refused(send("PATCH", path, "Content-Type", type), "application/json");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/json; charset=utf-8",
        "application/merge-patch+json"
      })
  void a_change_is_taken_as_json_and_as_a_merge_patch(String type) throws Exception {
    for (var path : CHANGED) {
      var answer = send("PATCH", path, "Content-Type", type);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(404);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "br", "identity, gzip"})
  void an_encoded_body_is_refused_as_such(String encoding) throws Exception {
    refused(send("POST", KEYS, "Content-Encoding", encoding), "Content-Encoding");
    refused(send("POST", "/mcp", "Content-Encoding", encoding), "Content-Encoding");
  }

  @Test
  void a_body_that_is_encoded_by_nothing_is_taken() throws Exception {
    assertThat(
            send("POST", KEYS, "Content-Encoding", "identity", "Content-Type", "application/json")
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void a_method_that_isn_t_is_told_those_that_are() throws Exception {
    assertThat(allowed("DELETE", KEYS)).isEqualTo("GET, HEAD, POST");
    assertThat(allowed("PUT", "/api/v1/runs/run_01h2xcejqtf2nbrexx3vqjhp41"))
        .isEqualTo("GET, HEAD");
    assertThat(allowed("GET", "/mcp")).isEqualTo("DELETE, POST");
  }

  private String allowed(String method, String path) throws Exception {
    var answer = send(method, path, "Accept", "application/json");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(405);
    assertThat(Json.read(answer.body()).path("code").asText()).isEqualTo("method_not_allowed");
    return answer.headers().firstValue("Allow").orElse("none");
  }

  @Test
  void options_are_those_of_the_address_and_not_of_its_neighbours() throws Exception {
    assertThat(options("/api/v1/agents")).isEqualTo("GET, HEAD, OPTIONS, POST");
    assertThat(options("/api/v1/agents/agt_01h2xcejqtf2nbrexx3vqjhp41"))
        .isEqualTo("DELETE, GET, HEAD, OPTIONS, PATCH");
    assertThat(options(DOCUMENT)).isEqualTo("GET, HEAD, OPTIONS");
  }

  private String options(String path) throws Exception {
    var answer = send("OPTIONS", path, "Accept", "application/json");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    return answer.headers().firstValue("Allow").orElse("none");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/api/v1/agents/a/b/c/d", "/api/v1/nothing-here", "/mcp/a/b/c", "/nothing-here"})
  void an_address_that_isn_t_has_no_options(String path) throws Exception {
    var answer = send("OPTIONS", path, "Accept", "application/json");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(404);
    assertThat(Json.read(answer.body()).path("code").asText()).isEqualTo("not_found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "PURGE"})
  void the_api_s_document_is_read_and_nothing_else(String method) throws Exception {
    for (var path : List.of(DOCUMENT, "/api/openapi", "/api/openapi.yaml")) {
      assertThat(allowed(method, path)).isEqualTo("GET, HEAD");
    }
  }
}
