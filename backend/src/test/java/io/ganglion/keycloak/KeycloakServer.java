package io.ganglion.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Speaks as Keycloak 26.7's administration does of organizations and identity providers (as
 * recorded from one), on loopback, and keeps what it was told.
 */
public final class KeycloakServer implements AutoCloseable {
  private static final String REALM = "/admin/realms/ganglion";

  /** What it knows of an organization. */
  public record Organization(
      String id, String alias, String name, List<String> domains, Set<String> members) {}

  public final Map<String, Organization> organizations = new ConcurrentHashMap<>();
  public final Map<String, ObjectNode> providers = new ConcurrentHashMap<>();

  /** Aliases of providers by the organization they are linked to. */
  public final Map<String, String> links = new ConcurrentHashMap<>();

  /** Members who came by the organization's own provider. */
  public final Set<String> managed = ConcurrentHashMap.newKeySet();

  /** Accounts, by their subjects. */
  public final Set<String> users = ConcurrentHashMap.newKeySet();

  public final AtomicInteger failures = new AtomicInteger();

  /** So many searches come before what somebody else makes just then. */
  public final AtomicInteger early = new AtomicInteger();

  /** So many providers are taken away by somebody else as soon as they are made. */
  public final AtomicInteger takenAway = new AtomicInteger();

  private final HttpServer server;

  public KeycloakServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.createContext("/", this::serve);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), REALM);
  }

  /** Our side of it. */
  public KeycloakAdmin admin() {
    return admin(Optional.of(URI.create(url())));
  }

  /** Our side where none is configured. */
  public static KeycloakAdmin none() {
    return admin(Optional.empty());
  }

  private static KeycloakAdmin admin(Optional<URI> url) {
    return new KeycloakAdmin(
        new KeycloakConfig() {
          @Override
          public Optional<URI> url() {
            return url;
          }

          @Override
          public Optional<String> client() {
            return Optional.of("ganglion-backend");
          }

          @Override
          public Optional<String> secret() {
            return Optional.of("secret");
          }

          @Override
          public Duration timeout() {
            return Duration.ofSeconds(5);
          }
        });
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        answer(exchange, 503, "");
        return;
      }
      var path = exchange.getRequestURI().getPath();
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      if (path.endsWith("/protocol/openid-connect/token")) {
        answer(exchange, 200, "{\"access_token\":\"t\"}");
        return;
      }
      var method = exchange.getRequestMethod();
      if (path.startsWith(REALM + "/identity-provider/instances")) {
        providers(exchange, method, path, body);
        return;
      }
      if (path.startsWith(REALM + "/users/") && method.equals("DELETE")) {
        answer(
            exchange, users.remove(path.substring((REALM + "/users/").length())) ? 204 : 404, "");
        return;
      }
      var rest = path.substring((REALM + "/organizations").length()).split("/");
      if (rest.length < 2) {
        all(exchange, method, body);
      } else if (rest.length == 2) {
        one(exchange, method, rest[1], body);
      } else if (rest[2].equals("identity-providers")) {
        var was = links.put(body.replace("\"", ""), rest[1]);
        answer(exchange, was == null ? 204 : 409, "");
      } else {
        members(exchange, method, rest, body);
      }
    }
  }

  private void all(HttpExchange exchange, String method, String body) throws IOException {
    if (method.equals("POST")) {
      JsonNode asked = Json.read(body);
      if (organizations.values().stream()
          .anyMatch(one -> one.alias.equals(asked.path("alias").asText()))) {
        answer(exchange, 409, "");
        return;
      }
      var id = "org-" + organizations.size();
      organizations.put(
          id,
          new Organization(
              id,
              asked.path("alias").asText(),
              asked.path("name").asText(),
              domains(asked),
              new TreeSet<>()));
      answer(exchange, 201, "");
      return;
    }
    var alias = exchange.getRequestURI().getQuery().replaceAll(".*q=tenant:", "");
    var found = Json.object().putArray("found");
    boolean tooEarly = early.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    organizations.values().stream()
        .filter(one -> one.alias.equals(alias) && !tooEarly)
        .forEach(one -> found.addObject().put("id", one.id).put("name", one.name));
    answer(exchange, 200, found.toString());
  }

  private void one(HttpExchange exchange, String method, String id, String body)
      throws IOException {
    if (method.equals("DELETE")) {
      organizations.remove(id);
    } else {
      organizations.computeIfPresent(
          id,
          (same, was) ->
              new Organization(
                  id,
                  was.alias,
                  Json.read(body).path("name").asText(),
                  domains(Json.read(body)),
                  was.members));
    }
    answer(exchange, 204, "");
  }

  private static List<String> domains(JsonNode asked) {
    return asked.path("domains").valueStream().map(domain -> domain.path("name").asText()).toList();
  }

  /** Shows no client secret, and keeps the one it has where it is told what it shows. */
  private void providers(HttpExchange exchange, String method, String path, String body)
      throws IOException {
    var rest = path.substring((REALM + "/identity-provider/instances").length()).split("/");
    if (rest.length < 2) {
      var made = (ObjectNode) Json.read(body);
      boolean taken = takenAway.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
      var there = taken ? null : providers.putIfAbsent(made.path("alias").asText(), made);
      answer(exchange, there == null ? 201 : 409, "");
      return;
    }
    var alias = rest[1];
    var known = providers.get(alias);
    if (known == null) {
      answer(exchange, 404, "");
    } else if (rest.length > 2) { // its mappers
      known.withArray("/mappers").add(Json.read(body));
      answer(exchange, 201, "");
    } else if (method.equals("DELETE")) {
      providers.remove(alias);
      links.remove(alias);
      answer(exchange, 204, "");
    } else if (method.equals("PUT")) {
      var changed = (ObjectNode) Json.read(body);
      changed.withObject("/config").set("clientSecret", known.at("/config/clientSecret"));
      providers.put(alias, changed);
      answer(exchange, 204, "");
    } else {
      var shown = known.deepCopy();
      shown.withObject("/config").put("clientSecret", "**********");
      answer(exchange, 200, shown.toString());
    }
  }

  private void members(HttpExchange exchange, String method, String[] rest, String body)
      throws IOException {
    var members = java.util.Objects.requireNonNull(organizations.get(rest[1])).members;
    switch (method) {
      case "POST" -> answer(exchange, members.add(body.replace("\"", "")) ? 201 : 409, "");
      case "DELETE" -> answer(exchange, members.remove(rest[3]) ? 204 : 404, "");
      default -> {
        List<String> all = new ArrayList<>(members);
        var array = Json.object().putArray("all");
        all.forEach(
            member ->
                array
                    .addObject()
                    .put("id", member)
                    .put("membershipType", managed.contains(member) ? "MANAGED" : "UNMANAGED"));
        answer(exchange, 200, array.toString());
      }
    }
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
