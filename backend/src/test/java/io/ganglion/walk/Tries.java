package io.ganglion.walk;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.testing.Inhabited;
import io.ganglion.testing.Stack;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Calls operations so that they may well succeed: with a tenant's own things, and bodies that are
 * new each time.
 */
final class Tries {
  /** Not to be done to a tenant that is walked on, or to what other tests share. */
  private static final Set<String> NEVER =
      Set.of(
          "GET /api/v1/events/stream", // it does not end
          "POST /api/v1/tenant/pause", // nothing would go on
          "DELETE /api/v1/tenant",
          "POST /api/v1/operator/tenants/{tenant}/suspend", // likewise
          "POST /api/v1/vault/rotations",
          "POST /api/v1/tenant/leave",
          "POST /api/v1/members/{id}/transfer");

  /** Where the document's example names what the tenant has not. */
  private static final Map<String, String> BODIES =
      Map.ofEntries(
          Map.entry("PATCH /api/v1/sources/{id}", "{\"name\":\"NEW\"}"),
          Map.entry(
              "POST /api/v1/connections/authorize",
              "{\"name\":\"NEW\",\"connector\":\"x\",\"environment\":\"lab\"}"),
          Map.entry(
              "POST /api/v1/events",
              "{\"specversion\":\"1.0\",\"id\":\"NEW\",\"source\":\"/walk\",\"type\":\"walk.seen\"}"),
          Map.entry(
              "POST /api/v1/invitations", "{\"email\":\"NEW@example.org\",\"role\":\"operator\"}"),
          Map.entry(
              "POST /api/v1/lab/faults",
              "{\"platform\":\"model\",\"kind\":\"slow\",\"delay_ms\":NUMBER}"),
          Map.entry("POST /api/v1/lab/trials", "{\"scenario\":\"one-post\",\"seed\":NUMBER}"),
          Map.entry(
              "POST /api/v1/lab/tournaments",
              "{\"scenario\":\"one-post\",\"workflows\":[\"\"],\"seed\":NUMBER}"),
          Map.entry(
              "POST /api/v1/runs",
              "{\"workflow\":\"walk/asks\",\"agent\":\"AGENT\",\"input\":{\"n\":NUMBER}}"),
          Map.entry("POST /api/v1/tenant/sign-in/domains", "{\"domain\":\"NEW.example\"}"),
          Map.entry("POST /api/v1/tenants", "{\"name\":\"NEW\"}"),
          Map.entry(
              "POST /api/v1/workflows",
              "{\"document\":{\"dsl\":\"1.0.3\",\"namespace\":\"walk\",\"name\":\"NEW\",\"version\":\"1.0.0\"},\"do\":[{\"a\":{\"set\":{\"b\":1}}}]}"),
          Map.entry(
              "PUT /api/v1/runs/{id}/groups/{key}",
              "{\"participants\":[{\"key\":\"a\",\"connection\":\"x\",\"action\":\"x.createPost\",\"input\":{\"text\":\"NEW\"}}]}"),
          Map.entry(
              "PUT /api/v1/runs/{id}/steps/{key}",
              "{\"connection\":\"x\",\"action\":\"x.createPost\",\"input\":{\"text\":\"NEW\"}}"));

  private final Inhabited tenant;
  private final AtomicInteger made = new AtomicInteger();
  private final Map<String, String> sessions = new HashMap<>();
  private final Map<String, String> incidents = new HashMap<>();
  private String token = "";

  Tries(Inhabited tenant) {
    this.tenant = tenant;
  }

  boolean mayTry(Route route) {
    return !NEVER.contains(route.toString());
  }

  /** A request of whoever may do it. */
  RequestSpecification caller(Route route) {
    var request =
        route.isOperators() || route.toString().equals("POST /api/v1/tenants")
            ? given().auth().oauth2(Stack.OPERATOR_TOKEN).contentType("application/json")
            : tenant.request();
    if (route.toString().equals("GET /api/v1/operator/tenants")) {
      request.queryParam("q", tenant.tenant); // all tests' tenants are many
    }
    return typed(request, route);
  }

  /** The address of a thing of the tenant's. */
  String address(Route route) {
    return route
        .path()
        .replace("{tenant}", tenant.tenant)
        .replace("/invoices/{id}", "/invoices/" + tenant.things.get("invoices"))
        .replaceAll("\\{(id|domain)}", id(route))
        .replace("{key}", "note")
        .replace("{token}", route.path().contains("{token}") ? token() : "")
        .replace("{name}", route.path().startsWith("/api/v1/connectors/") ? id(route) : "x");
  }

  /** Of a new link to the approval; the last one, once that is decided. */
  private String token() {
    var made =
        tenant
            .request()
            .body("{\"sent_to\":\"walk\"}")
            .post("/api/v1/approvals/{id}/links", tenant.things.get("approvals"));
    if (made.statusCode() == 201) {
      var url = made.<String>path("url");
      token = url.substring(url.indexOf('#') + 1);
    }
    return token;
  }

  private String id(Route route) {
    var path = route.path();
    if (path.startsWith("/api/v1/api-keys/{id}/")) {
      return create("/api-keys", "{\"name\":\"spent\",\"scopes\":[\"runs:read\"]}");
    }
    if (path.startsWith("/api/v1/operator/incidents/{id}")) {
      return incidents.computeIfAbsent("one", any -> incident());
    }
    if (path.matches("/api/v1/runs/\\{id}/(steps|groups)/.*")) {
      return sessions.computeIfAbsent("steps", any -> session());
    }
    if (path.matches("/api/v1/runs/\\{id}/(complete|compensate|cancel)")) {
      return session();
    }
    return route.collection().map(tenant.things::get).orElse("x");
  }

  private static String incident() {
    return given()
        .auth()
        .oauth2(Stack.OPERATOR_TOKEN)
        .contentType("application/json")
        .body(
            """
            {"title":"walked","impact":"maintenance","parts":["laboratory"],"message":"walked"}
            """)
        .post("/api/v1/operator/incidents")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private String session() {
    return create(
        "/runs", "{\"session\":true,\"agent\":\"%s\"}".formatted(tenant.things.get("agents")));
  }

  private String create(String path, String body) {
    var answer = tenant.request().body(body).post("/api/v1" + path).then().extract().jsonPath();
    return answer.getString("id") == null ? answer.getString("api_key.id") : answer.getString("id");
  }

  /** A body that it may take, never sent before. */
  String body(Route route) {
    if (!route.hasBody()) {
      return "";
    }
    if (route.toString().equals("POST /api/v1/connections")) {
      return connection();
    }
    var number = String.valueOf(made.incrementAndGet());
    return BODIES
        .getOrDefault(route.toString(), Json.write(route.example()))
        .replace("NEW", "walk" + number + tenant.tenant.substring(20))
        .replace("NUMBER", number)
        .replace("AGENT", tenant.things.get("agents"))
        .replace("\"main\"", "\"x\"")
        .replace("\"campaigner\"", "\"campaigner" + number + "\"");
  }

  private String connection() {
    var account =
        tenant.request().body("{\"platform\":\"x\"}").post("/api/v1/lab/accounts").asString();
    var connection = (ObjectNode) Json.read(account).path("connection");
    return Json.write(connection.put("name", "walk" + made.incrementAndGet()));
  }

  Response send(Route route) {
    return send(caller(route), route, address(route), body(route));
  }

  Response send(RequestSpecification request, Route route, String address, String body) {
    if (!body.isEmpty()) {
      request.body(body.getBytes(StandardCharsets.UTF_8));
    }
    return request.request(route.method(), address);
  }

  private static RequestSpecification typed(RequestSpecification request, Route route) {
    if (route.answer(200).isPresent()) {
      request.accept("application/json"); // not the stream
    }
    if (route.path().equals("/api/v1/events")) {
      return request.contentType("application/cloudevents+json");
    }
    route.bodyType().ifPresent(request::contentType);
    return request;
  }
}
