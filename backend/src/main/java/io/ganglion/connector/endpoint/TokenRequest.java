package io.ganglion.connector.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Query;
import io.ganglion.egress.HttpCall;
import io.ganglion.egress.Origin;
import io.ganglion.kernel.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The request for a token that a policy describes. Pure but for the identifier of an assertion.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749">RFC 6749</a> and, for the exchange of
 *     tokens, <a href="https://www.rfc-editor.org/rfc/rfc8693">RFC 8693</a>
 */
record TokenRequest(JsonNode settings) {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final String JSON = "application/json";
  private static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

  HttpCall call(URI endpoint, Instant now) {
    var fields = fields(endpoint, now);
    var json = settings.at("/request/encoding").asText().equals(JSON);
    var headers = new LinkedHashMap<String, List<String>>();
    headers.put("Accept", List.of(JSON));
    headers.put("Content-Type", List.of(json ? JSON : "application/x-www-form-urlencoded"));
    if (method().equals("client_secret_basic")) {
      // RFC 6749 2.3.1: both are form-encoded first.
      var pair = Policy.basic(Query.encode(client("id")), Query.encode(client("secret")));
      headers.put("Authorization", List.of("Basic " + pair));
    }
    var body = json ? json(fields) : form(fields);
    return new HttpCall(
        "POST",
        endpoint,
        headers,
        body.getBytes(StandardCharsets.UTF_8),
        TIMEOUT,
        Origin.TENANT,
        false,
        0);
  }

  private Map<String, List<String>> fields(URI endpoint, Instant now) {
    var fields = new LinkedHashMap<String, List<String>>();
    fields.put("grant_type", List.of(settings.path("grant").asText()));
    client(fields, endpoint, now);
    var scopes = texts("scopes");
    if (!scopes.isEmpty()) {
      fields.put("scope", List.of(String.join(" ", scopes)));
    }
    var audiences = texts("audiences");
    if (!audiences.isEmpty()) {
      fields.put("audience", audiences);
    }
    if (settings.path("grant").asText().equals("password")) {
      put(fields, "username", settings.path("username"));
      put(fields, "password", settings.path("password"));
    }
    for (var party : List.of("subject", "actor")) {
      put(fields, party + "_token", settings.path(party).path("token"));
      put(fields, party + "_token_type", settings.path(party).path("type"));
    }
    return fields;
  }

  private void client(Map<String, List<String>> fields, URI endpoint, Instant now) {
    switch (method()) {
      case "client_secret_basic" -> {}
      case "client_secret_jwt" -> {
        var assertion = ClientAssertion.signed(client("id"), client("secret"), endpoint, now);
        put(fields, "client_id", settings.at("/client/id"));
        fields.put("client_assertion_type", List.of(ASSERTION));
        fields.put("client_assertion", List.of(assertion));
      }
      case "private_key_jwt" -> {
        put(fields, "client_id", settings.at("/client/id"));
        fields.put("client_assertion_type", List.of(ASSERTION));
        put(fields, "client_assertion", settings.at("/client/assertion"));
      }
      case "none" -> put(fields, "client_id", settings.at("/client/id"));
      default -> {
        put(fields, "client_id", settings.at("/client/id"));
        put(fields, "client_secret", settings.at("/client/secret"));
      }
    }
  }

  private String method() {
    return settings.at("/client/authentication").asText("client_secret_post");
  }

  private String client(String name) {
    return settings.path("client").path(name).asText("");
  }

  private List<String> texts(String name) {
    return settings.path(name).valueStream().map(JsonNode::asText).toList();
  }

  private static void put(Map<String, List<String>> fields, String name, JsonNode value) {
    if (value.isTextual()) {
      fields.put(name, List.of(value.textValue()));
    }
  }

  private static String form(Map<String, List<String>> fields) {
    var form = Query.EMPTY;
    for (var field : fields.entrySet()) {
      for (var value : field.getValue()) {
        form = form.and(field.getKey(), value);
      }
    }
    return form.text();
  }

  private static String json(Map<String, List<String>> fields) {
    var json = Json.object();
    fields.forEach(
        (name, values) -> {
          if (values.size() == 1) {
            json.put(name, values.getFirst());
          } else {
            values.forEach(json.withArray("/" + name)::add);
          }
        });
    return Json.write(json);
  }

  /** Never shows what it holds. */
  @Override
  public String toString() {
    return "TokenRequest[redacted]";
  }
}
