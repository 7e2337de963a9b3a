package io.ganglion.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.connector.Query;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A person with a browser who lets the customer act in an account of the laboratory. */
public final class Consenting {
  private static final HttpClient BROWSER =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private final Customer customer;
  private final String url;
  private final String platform;
  private final String account;
  private final String token;

  /** With a new account of the platform. */
  public Consenting(Customer customer, String url, String platform) {
    this.customer = customer;
    this.url = url;
    this.platform = platform;
    var opened = customer.post("/lab/accounts", Json.object().put("platform", platform));
    this.account = opened.path("account").asText();
    this.token = opened.at("/connection/credentials").elements().next().asText();
  }

  public String account() {
    return account;
  }

  /** Has them asked for a new connection. */
  public JsonNode asked(String name) {
    return customer.post(
        "/connections/authorize",
        Json.object().put("name", name).put("connector", platform).put("environment", "lab"));
  }

  /** Has them asked for a connection that is there. */
  public JsonNode askedAgain(String connection) {
    return customer.post("/connections/authorize", Json.object().put("connection", connection));
  }

  /**
   * Says yes on the platform's page.
   *
   * @param choices other fields of the page, e.g. {@code life=2}
   * @return the query they are sent back with
   */
  public String allow(JsonNode asked, String... choices) {
    return answer(asked, "allow", choices);
  }

  /** Says no. */
  public String deny(JsonNode asked) {
    return answer(asked, "deny");
  }

  private String answer(JsonNode asked, String decision, String... choices) {
    var page = URI.create(asked.path("url").asText());
    var form = Query.of("decision", decision).and("account_token", token);
    for (var field : query(page).entrySet()) {
      form = form.and(field.getKey(), field.getValue());
    }
    for (var choice : choices) {
      var pair = choice.split("=", 2);
      form = form.and(pair[0], pair[1]);
    }
    var address = page.toString().replaceAll("\\?.*", "");
    var response =
        send(
            HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.text()))
                .build());
    return URI.create(location(response)).getRawQuery();
  }

  /**
   * Comes back to this installation.
   *
   * @param cookies as the header has them
   * @return where they land
   */
  public String comeBack(String query, String... cookies) {
    var request = HttpRequest.newBuilder(URI.create(url + "/oauth/callback?" + query));
    for (var cookie : cookies) {
      request.header("Cookie", cookie);
    }
    return location(send(request.build()));
  }

  /** All of it at once: the connection. */
  public JsonNode connect(String name, String... choices) {
    var asked = asked(name);
    var landed = comeBack(allow(asked, choices));
    var id = asked.path("connection").asText();
    if (!landed.endsWith("/connections?connected=" + id)) {
      throw new IllegalStateException("landed at " + landed);
    }
    return customer.get("/connections/" + id);
  }

  /** What the platform's journal says of tokens, oldest first. */
  public java.util.List<String> journal() {
    return customer.all("/lab/journal?platform=" + platform).stream()
        .filter(entry -> entry.path("account").asText().equals(account))
        .map(entry -> entry.path("kind").asText())
        .filter(kind -> kind.startsWith("oauth."))
        .toList();
  }

  /** Names and values of an address's query. */
  public static Map<String, String> query(URI address) {
    var all = new LinkedHashMap<String, String>();
    for (var pair : address.getRawQuery().split("&")) {
      var parts = pair.split("=", 2);
      all.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return all;
  }

  /** A fault of the platform's, on one of its paths. */
  public void fault(String path, String kind, int times) {
    ObjectNode fault =
        Json.object()
            .put("platform", platform)
            .put("account", account)
            .put("path_prefix", path)
            .put("kind", kind)
            .put("remaining", times);
    customer.post("/lab/faults", fault);
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try {
      return BROWSER.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String location(HttpResponse<String> response) {
    return response
        .headers()
        .firstValue("Location")
        .orElseThrow(
            () -> new IllegalStateException(response.statusCode() + " " + response.body()));
  }
}
