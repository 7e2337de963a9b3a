package io.ganglion.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Calls of the public API, as anybody would make them. Answers are read leniently: fields may come
 * and go.
 */
final class ApiClient {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int PAGE = 100;
  private static final int MAX_PAGES = 50;

  private final HttpClient http;
  private final String base;
  private final String token;

  private ApiClient(HttpClient http, String base, String token) {
    this.http = http;
    this.base = base;
    this.token = token;
  }

  /**
   * @param url the backend's address, without the API's path
   * @param token an API key, or the operator's token
   */
  static ApiClient of(String url, String token) {
    var http =
        HttpClient.newBuilder()
            .connectTimeout(TIMEOUT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    return new ApiClient(http, url + "/api/v1", token);
  }

  ApiClient with(String otherToken) {
    return new ApiClient(http, base, otherToken);
  }

  /**
   * @throws ApiProblem when the answer is not 2xx
   * @throws StackFailure when there is none
   */
  JsonNode get(String path) {
    return send("GET", path, request(path).GET());
  }

  /**
   * @param key makes a repetition harmless: the same key and body are answered as the first time
   */
  JsonNode post(String path, Object body, String key) {
    try {
      var json = BodyPublishers.ofString(PrivateFile.JSON.writeValueAsString(body));
      return send(
          "POST",
          path,
          request(path)
              .POST(json)
              .header("Content-Type", "application/json")
              .header("Idempotency-Key", key));
    } catch (JsonProcessingException e) {
      throw new StackFailure("can't write the body of POST " + path, e);
    }
  }

  JsonNode postYaml(String path, String yaml) {
    return send(
        "POST",
        path,
        request(path)
            .POST(BodyPublishers.ofString(yaml))
            .header("Content-Type", "application/yaml"));
  }

  /** All entries of a list, at most 5,000. */
  List<JsonNode> list(String path) {
    return list(path, "");
  }

  /**
   * As {@link #list(String)}.
   *
   * @param narrowing further query parameters, each with an ampersand before it
   */
  List<JsonNode> list(String path, String narrowing) {
    var all = new ArrayList<JsonNode>();
    String cursor = "";
    for (int page = 0; page < MAX_PAGES; page++) {
      var answer = get(path + "?limit=" + PAGE + narrowing + cursor);
      answer.path("data").forEach(all::add);
      String next = answer.path("next_cursor").asText("");
      if (next.isEmpty() || next.equals("null")) {
        break;
      }
      cursor = "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }
    return all;
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .timeout(TIMEOUT)
        .header("Accept", "application/json, application/problem+json")
        .header("Authorization", "Bearer " + token);
  }

  private JsonNode send(String method, String path, HttpRequest.Builder request) {
    try {
      var answer = http.send(request.build(), BodyHandlers.ofString());
      var body = parse(answer.body());
      if (answer.statusCode() / 100 != 2) {
        throw ApiProblem.of(method + " " + path, answer.statusCode(), body);
      }
      return body;
    } catch (IOException e) {
      throw new StackFailure("the backend does not answer %s %s: %s".formatted(method, path, e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("interrupted", e);
    }
  }

  private static JsonNode parse(String body) {
    try {
      return PrivateFile.JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance(); // an error page of something else; the status says enough
    }
  }
}
