package io.ganglion.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer of the public API. */
public final class Customer {
  private final HttpClient client = HttpClient.newHttpClient();
  private final String url;
  private final String key;
  private final String tenant;

  private Customer(String url, String key, String tenant) {
    this.url = url;
    this.key = key;
    this.tenant = tenant;
  }

  /** Signs a new tenant up. */
  public static Customer newTenant(String url) {
    var operator = new Customer(url, Stack.OPERATOR_TOKEN, "");
    var tenant = operator.post("/tenants", Json.object().put("name", "a customer"));
    return new Customer(
        url, tenant.path("api_key").path("secret").asText(), tenant.path("id").asText());
  }

  /** The same customer at another process. */
  public Customer at(String other) {
    return new Customer(other, key, tenant);
  }

  /** The same customer by another key. */
  public Customer with(String other) {
    return new Customer(url, other, tenant);
  }

  /** The tenant's identifier. */
  public String tenant() {
    return tenant;
  }

  /** The API key. */
  public String key() {
    return key;
  }

  public JsonNode post(String path, JsonNode body) {
    return send("POST", path, "application/json", Json.write(body));
  }

  /** Sends it under a key, so that it may be sent again. */
  public JsonNode post(String path, JsonNode body, String idempotencyKey) {
    return send("POST", path, "application/json", Json.write(body), idempotencyKey);
  }

  /** Sends the same request, under one idempotency key, until it is acknowledged. */
  public JsonNode postUntilAcknowledged(String path, JsonNode body, Duration atMost) {
    var key = UUID.randomUUID().toString();
    return Patience.await("POST " + path)
        .atMost(atMost)
        .pollInterval(Duration.ofMillis(100))
        .ignoreExceptions()
        .until(() -> send("POST", path, "application/json", Json.write(body), key), answer -> true);
  }

  /** Publishes an event without data. */
  public void tell(String type) {
    tell(type, NullNode.getInstance());
  }

  /** Publishes an event. */
  public void tell(String type, JsonNode data) {
    var event =
        Json.object()
            .put("specversion", "1.0")
            .put("id", UUID.randomUUID().toString())
            .put("source", "https://customer.example")
            .put("type", type);
    if (!data.isNull()) {
      event.set("data", data);
    }
    send("POST", "/events", "application/cloudevents+json", Json.write(event));
  }

  public JsonNode postYaml(String path, String yaml) {
    return send("POST", path, "application/yaml", yaml);
  }

  public JsonNode put(String path, JsonNode body) {
    return send("PUT", path, "application/json", Json.write(body));
  }

  public JsonNode patch(String path, JsonNode body) {
    return send("PATCH", path, "application/json", Json.write(body));
  }

  public JsonNode get(String path) {
    return send("GET", path, "application/json", null);
  }

  /** All pages of a list. */
  public List<JsonNode> all(String path) {
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

  private JsonNode send(String method, String path, String type, @Nullable String body) {
    return send(method, path, type, body, null);
  }

  private JsonNode send(
      String method,
      String path,
      String type,
      @Nullable String body,
      @Nullable String idempotencyKey) {
    var publisher =
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body);
    var request =
        HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", type)
            .method(method, publisher);
    if (idempotencyKey != null) {
      request.header("Idempotency-Key", idempotencyKey);
    }
    try {
      var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
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
