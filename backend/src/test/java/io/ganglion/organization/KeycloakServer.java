package io.ganglion.organization;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Speaks as Keycloak 26.7's administration does of organizations (as recorded from one), on
 * loopback, and keeps what it was told.
 */
final class KeycloakServer implements AutoCloseable {
  /** What it knows of an organization. */
  record Organization(String id, String alias, String name, Set<String> members) {}

  final Map<String, Organization> organizations = new ConcurrentHashMap<>();
  final AtomicInteger failures = new AtomicInteger();
  private final HttpServer server;

  KeycloakServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.createContext("/", this::serve);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:%d/admin/realms/ganglion".formatted(server.getAddress().getPort());
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
      var rest = path.substring("/admin/realms/ganglion/organizations".length()).split("/");
      var method = exchange.getRequestMethod();
      if (rest.length < 2) {
        all(exchange, method, body);
      } else if (rest.length == 2) {
        one(exchange, method, rest[1], body);
      } else {
        members(exchange, method, rest, body);
      }
    }
  }

  private void all(HttpExchange exchange, String method, String body) throws IOException {
    if (method.equals("POST")) {
      JsonNode asked = Json.read(body);
      var id = "org-" + organizations.size();
      organizations.put(
          id,
          new Organization(
              id, asked.path("alias").asText(), asked.path("name").asText(), new TreeSet<>()));
      answer(exchange, 201, "");
      return;
    }
    var alias = exchange.getRequestURI().getQuery().replaceAll(".*q=tenant:", "");
    var found = Json.object().putArray("found");
    organizations.values().stream()
        .filter(one -> one.alias.equals(alias))
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
              new Organization(id, was.alias, Json.read(body).path("name").asText(), was.members));
    }
    answer(exchange, 204, "");
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
        all.forEach(member -> array.addObject().put("id", member));
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
