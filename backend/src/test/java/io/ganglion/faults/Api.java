package io.ganglion.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import io.ganglion.testing.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A customer of the public API. */
final class Api {
  private final HttpClient client = HttpClient.newHttpClient();
  private final String url;
  private final String key;

  private Api(String url, String key) {
    this.url = url;
    this.key = key;
  }

  /** Signs a new tenant up. */
  static Api newTenant(String url) {
    var operator = new Api(url, Stack.OPERATOR_TOKEN);
    var tenant = operator.post("/tenants", Json.object().put("name", "faults"));
    return new Api(url, tenant.path("api_key").path("secret").asText());
  }

  /** The same customer at another process. */
  Api at(String other) {
    return new Api(other, key);
  }

  JsonNode post(String path, JsonNode body) {
    return send("POST", path, "application/json", Json.write(body));
  }

  JsonNode postYaml(String path, String yaml) {
    return send("POST", path, "application/yaml", yaml);
  }

  JsonNode get(String path) {
    return send("GET", path, "application/json", null);
  }

  /** All pages of a list. */
  List<JsonNode> all(String path) {
    var all = new ArrayList<JsonNode>();
    var cursor = "";
    while (cursor != null) {
      var join = path.contains("?") ? "&" : "?";
      var page = get(path + join + "limit=100" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
      page.path("data").forEach(all::add);
      cursor = page.path("next_cursor").textValue();
    }
    return all;
  }

  private JsonNode send(
      String method, String path, String type, @org.jspecify.annotations.Nullable String body) {
    var publisher =
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body);
    var request =
        HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", type)
            .method(method, publisher)
            .build();
    try {
      var response = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() >= 300) {
        throw new IllegalStateException(
            "%s %s: %d %s".formatted(method, path, response.statusCode(), response.body()));
      }
      return Json.read(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
