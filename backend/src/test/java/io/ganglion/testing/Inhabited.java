package io.ganglion.testing;

import static io.ganglion.testing.SignedInPeople.in;
import static io.restassured.RestAssured.given;

import io.ganglion.kernel.InvoiceId;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import io.ganglion.meter.HourSealing;
import io.ganglion.testing.OidcIssuer.User;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A tenant that has one of everything, at rest. */
public final class Inhabited {
  private static final String ASKS =
      """
      document: {dsl: '1.0.3', namespace: walk, name: asks, version: '1.0.0'}
      do:
        - count: {call: ganglion.state, with: {set: {posts: '${ ($state.posts // 0) + 1 }'}}}
        - post: {call: x.createPost, with: {connection: x, text: '${ "hello from " + $workflow.id }'}}
        - ask: {call: ganglion.approval, with: {title: 'May I?'}}
      """;
  private static final String STUCK =
      """
      document: {dsl: '1.0.3', namespace: walk, name: stuck, version: '1.0.0'}
      do:
        - post:
            call: x.createPost
            with: {connection: x, text: 'what stays'}
            metadata: {ganglion: {compensate: {raise: {error: {type: 'https://example.com/stuck', status: 500}}}}}
        - fail: {raise: {error: {type: 'https://example.com/no', status: 500}}}
      """;
  private static final String LISTENS =
      """
      document: {dsl: '1.0.3', namespace: walk, name: listens, version: '1.0.0'}
      schedule: {on: {one: {with: {type: walk.happened}}}}
      do:
        - hear: {listen: {to: {one: {with: {type: walk.happened}}}}}
        - wait: {fork: {branches: [{sleep: {wait: PT1H}}, {hear: {listen: {to: {one: {with: {type: never}}}}}}]}}
      """;

  /** Left open: it ends with the JVM. */
  private static final WebhookReceiver HOOKS = listening();

  public final User owner = SignedInPeople.newcomer();
  public final String tenant;
  public final String key;

  /** What its things are called, by the collection of the API they are in. */
  public final Map<String, String> things = new LinkedHashMap<>();

  public Inhabited() {
    tenant = SignedInPeople.tenantOf(owner);
    var made = made(post("/api-keys", "{\"name\":\"all\",\"scopes\":[\"*\"]}"));
    key = made.extract().path("secret");
    things.put("api-keys", made.extract().path("api_key.id"));
    people();
    bills();
    work();
  }

  /** What it agreed to, and an invoice, as if a month were over. */
  private void bills() {
    request().body("{\"plan\":\"scale\"}").patch("/api/v1/subscription").then().statusCode(200);
    var id = InvoiceId.next();
    try (var connection = Stack.asTenant("ganglion_app", TenantId.fromString(tenant));
        var insert =
            connection.prepareStatement(
                """
                INSERT INTO invoice (tenant_id, id, kind, issuer, number, label, month, state, currency, total_minor,
                  drawn_minor, due_minor, document, issued_at, due_at)
                VALUES (?, ?, 'invoice', 'walk', 1, 'W-1', '2026-01-01', 'open', 'EUR', 100, 0, 100, ?::json, now(), now())
                """)) {
      insert.setObject(1, TenantId.fromString(tenant).uuid());
      insert.setObject(2, id.uuid());
      insert.setString(
          3,
          """
          {"issuer":{"name":"us","address":""},"customer":{"name":"%s","address":""},"currency":"EUR",
           "lines":[],"net_minor":100,"tax":{"name":"VAT","basis_points":0,"amount_minor":0},
           "usage":{"recorded_ms":0,"billable_ms":0,"burst_ms":0,"held":[]}}
          """
              .formatted(tenant));
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    things.put("invoices", id.toString());
  }

  /** A request of the owner in the tenant. */
  public RequestSpecification request() {
    return in(tenant, owner);
  }

  private void people() {
    var bob = SignedInPeople.member(tenant, owner, "viewer");
    things.put("members", SignedInPeople.idOf(bob));
    things.put(
        "invitations", SignedInPeople.invite(tenant, owner, SignedInPeople.newcomer(), "operator"));
    var domain = "d%s.example".formatted(tenant.substring(tenant.length() - 10));
    post("/tenant/sign-in/domains", "{\"domain\":\"%s\"}".formatted(domain)).statusCode(201);
    things.put("tenant/sign-in/domains", domain);
  }

  private void work() {
    var account = post("/lab/accounts", "{\"platform\":\"x\"}").statusCode(201).extract();
    var connection =
        ((com.fasterxml.jackson.databind.node.ObjectNode) Json.read(account.asString()))
            .withObject("/connection")
            .put("name", "x");
    things.put(
        "connections",
        post("/connections", Json.write(connection)).statusCode(201).extract().path("id"));
    made(
        post(
            "/connections/authorize",
            "{\"name\":\"later\",\"connector\":\"x\",\"environment\":\"lab\"}"));
    things.put("connectors", "walk-" + tenant.substring(tenant.length() - 10));
    post(
            "/connectors",
            Json.write(
                Json.object()
                    .put("name", things.get("connectors"))
                    .put("base_url", HOOKS.url("/api"))
                    .put("document", "{openapi: 3.0.3, paths: {/a: {get: {operationId: look}}}}")))
        .statusCode(201);
    things.put(
        "lab/faults",
        made(post("/lab/faults", "{\"platform\":\"model\",\"kind\":\"slow\",\"delay_ms\":5}"))
            .extract()
            .path("id"));
    things.put(
        "agents",
        made(post("/agents", "{\"name\":\"walker\",\"connections\":[\"x\"]}"))
            .extract()
            .path("id"));
    request()
        .body("{\"note\":\"theirs\"}")
        .put("/api/v1/agents/{id}/state/note", things.get("agents"))
        .then()
        .statusCode(200);
    request()
        .body("{\"currency\":\"USD\",\"calls\":{\"createPost\":1.5}}")
        .put("/api/v1/connections/{id}/prices", things.get("connections"))
        .then()
        .statusCode(200);
    request()
        .body("{\"currency\":\"USD\",\"amount_minor\":5000}")
        .put("/api/v1/spend/caps")
        .then()
        .statusCode(200);
    tried();
    things.put("workflows", store(ASKS));
    store(LISTENS);
    acknowledge();
    var run =
        post(
                "/runs",
                "{\"workflow\":\"walk/asks\",\"agent\":\"%s\"}".formatted(things.get("agents")))
            .statusCode(202)
            .extract()
            .<String>path("id");
    things.put("runs", run);
    things.put("approvals", eventually("/approvals?run=" + run));
    made(post("/approvals/" + things.get("approvals") + "/links", "{\"sent_to\":\"them\"}"));
    request()
        .body("{\"slack\":true}")
        .patch("/api/v1/tenant/approval-links")
        .then()
        .statusCode(200);
    things.put("effects", eventually("/runs/" + run + "/effects"));
    var session =
        post("/runs", "{\"session\":true,\"agent\":\"%s\"}".formatted(things.get("agents")))
            .statusCode(202)
            .extract()
            .<String>path("id");
    request()
        .header("Idempotency-Key", "theirs")
        .body("{\"name\":\"never\",\"data\":1}")
        .post("/api/v1/runs/{id}/signal", session)
        .then();
    request()
        .body(
            "{\"connection\":\"x\",\"action\":\"x.createPost\",\"input\":{\"text\":\"of a"
                + " session\"}}")
        .put("/api/v1/runs/{id}/steps/one", session)
        .then()
        .statusCode(202);
    callTool();
    askAgent();
    happened(1); // starts a run, which listens for the next
    Patience.await().until(() -> !snapshot().getOrDefault("listener", "").startsWith("0:"));
    happened(2);
    Patience.await().until(() -> !snapshot().getOrDefault("timer", "").startsWith("0:"));
    hooks();
    told();
    seal();
    var last = new java.util.concurrent.atomic.AtomicReference<Map<String, String>>(Map.of());
    Patience.await()
        .pollInterval(Duration.ofMillis(300))
        .until(
            () -> {
              var now = snapshot();
              return now.equals(last.getAndSet(now));
            });
  }

  /** A trial that was judged, and a contest with another. */
  private void tried() {
    var trial =
        post("/lab/trials", "{\"scenario\":\"one-post\"}")
            .statusCode(202)
            .extract()
            .<String>path("data[0].id");
    things.put("lab/trials", trial);
    var contest =
        post("/lab/tournaments", "{\"scenario\":\"one-post\",\"workflows\":[\"\"]}")
            .statusCode(202)
            .extract()
            .<String>path("id");
    things.put("lab/contests", contest);
    Patience.await("trials are judged")
        .until(
            () ->
                request()
                    .get("/api/v1/lab/contests/{id}", contest)
                    .then()
                    .extract()
                    .<String>path("state"),
            "ended"::equals);
    Patience.await("the trial is judged")
        .until(
            () ->
                request()
                    .get("/api/v1/lab/trials/{id}", trial)
                    .then()
                    .extract()
                    .<String>path("state"),
            "judged"::equals);
  }

  /** An endpoint that got a message, and a source. */
  private void hooks() {
    var endpoint =
        made(post(
                "/endpoints",
                "{\"url\":\"%s\",\"types\":[\"webhook.test\"]}".formatted(HOOKS.url("/walk"))))
            .extract()
            .<String>path("endpoint.id");
    things.put("endpoints", endpoint);
    things.put(
        "messages",
        post("/endpoints/%s/test".formatted(endpoint), "{}").statusCode(202).extract().path("id"));
    Patience.await("it was delivered")
        .until(
            () ->
                request()
                    .get("/api/v1/endpoints/{id}/deliveries", endpoint)
                    .then()
                    .extract()
                    .<String>path("data[0].state"),
            "delivered"::equals);
    things.put(
        "sources",
        made(post(
                "/sources",
                "{\"name\":\"walk\",\"type\":\"walk.told\",\"verification\":\"token\"}"))
            .extract()
            .path("source.id"));
    trigger();
    Patience.await("its events are told")
        .until(() -> snapshot().getOrDefault("webhook_pending", "").startsWith("0:"));
  }

  /** A trigger that has read something, and is paused so that it stays as it is. */
  private void trigger() {
    var account =
        Json.read(
            post("/lab/accounts", "{\"platform\":\"x\"}").statusCode(201).extract().asString());
    post(
            "/connections",
            Json.write(
                ((com.fasterxml.jackson.databind.node.ObjectNode) account.path("connection"))
                    .put("name", "mentioned")))
        .statusCode(201);
    var trigger =
        made(post(
                "/triggers",
                "{\"name\":\"walk\",\"connection\":\"mentioned\",\"poll\":\"mentions\",\"interval\":\"PT0.2S\"}"))
            .extract()
            .<String>path("id");
    things.put("triggers", trigger);
    Patience.await("it was read")
        .until(() -> request().get("/api/v1/triggers/{id}", trigger).path("last_poll_at") != null);
    // the platform knows who is meant by the name of the account
    var name =
        given()
            .auth()
            .oauth2(account.at("/connection/credentials/access_token").asText())
            .get("/lab/x/2/users/me")
            .then()
            .extract()
            .<String>path("data.username");
    var fan =
        Json.read(
            post("/lab/accounts", "{\"platform\":\"x\"}").statusCode(201).extract().asString());
    given()
        .auth()
        .oauth2(fan.at("/connection/credentials/access_token").asText())
        .contentType("application/json")
        .body("{\"text\":\"@%s hello\"}".formatted(name))
        .post("/lab/x/2/tweets")
        .then()
        .statusCode(201);
    Patience.await("it was told")
        .until(
            () -> request().get("/api/v1/triggers/{id}", trigger).<Integer>path("published") == 1);
    request().post("/api/v1/triggers/{id}/pause", trigger).then().statusCode(200);
    Patience.await("nobody reads it")
        .pollDelay(Duration.ofSeconds(1))
        .until(() -> !snapshot().getOrDefault("trigger_due", "").startsWith("0:"));
  }

  /** What its owner chose to be told, and was told. */
  private void told() {
    request()
        .body("{\"slack\":{\"url\":\"%s\"}}".formatted(HOOKS.url("/slack")))
        .patch("/api/v1/me/notifications")
        .then()
        .statusCode(200);
    Patience.await("people are told")
        .until(
            () ->
                snapshot().getOrDefault("notification_pending", "").startsWith("0:")
                    && unsent() == 0);
  }

  private long unsent() throws SQLException {
    try (var connection = Stack.asTenant("ganglion_app", TenantId.fromString(tenant));
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "SELECT count(*) FROM notification_message WHERE ended_at IS NULL"
                    + " AND due_at < now() + interval '1 minute'")) { // else it gathers for long
      row.next();
      return row.getLong(1);
    }
  }

  private static WebhookReceiver listening() {
    try {
      return new WebhookReceiver();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An act under a key of its client's own. */
  private void callTool() {
    Callers.as(key)
        .header("MCP-Protocol-Version", "2026-07-28")
        .header("Mcp-Method", "tools/call")
        .header("Mcp-Name", "x_createPost")
        .body(
            """
            {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"x_createPost",
             "arguments":{"text":"of a tool","idempotency_key":"theirs"},
             "_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28",
                      "io.modelcontextprotocol/clientCapabilities":{}}}}
            """)
        .post("/mcp/" + things.get("agents"))
        .then()
        .statusCode(200);
  }

  /** A task that another agent asked for. */
  private void askAgent() {
    request()
        .body("{\"workflow\":\"walk/asks\",\"title\":\"Ask\",\"description\":\"Asks.\"}")
        .put("/api/v1/agents/{id}/skills/x", things.get("agents"))
        .then()
        .statusCode(200);
    Callers.as(key)
        .header("A2A-Version", "1.0")
        .body(
            """
            {"jsonrpc":"2.0","id":1,"method":"SendMessage","params":{"configuration":{"returnImmediately":true,
               "taskPushNotificationConfig":{"url":"%s"}},
             "message":{"messageId":"theirs","role":"ROLE_USER","parts":[{"text":"theirs"}]}}}
            """
                .formatted(HOOKS.url("/push")))
        .post("/a2a/" + things.get("agents"))
        .then()
        .statusCode(200)
        .body("result.task.id", org.hamcrest.Matchers.notNullValue());
  }

  private void acknowledge() {
    store(STUCK);
    var run =
        post(
                "/runs",
                "{\"workflow\":\"walk/stuck\",\"agent\":\"%s\"}".formatted(things.get("agents")))
            .statusCode(202)
            .extract()
            .<String>path("id");
    var subject =
        Patience.await("it can't be taken back")
            .until(
                () ->
                    request()
                        .get("/api/v1/runs/{id}", run)
                        .then()
                        .extract()
                        .<String>path("waiting_for.subject"),
                id -> id != null);
    post("/runs/%s/acknowledge".formatted(run), "{\"subject\":\"%s\"}".formatted(subject))
        .statusCode(202);
    Patience.await("it has ended")
        .until(
            () -> request().get("/api/v1/runs/{id}", run).then().extract().<String>path("state"),
            "FAILED"::equals);
  }

  /** What it held so far, as if the hour were over. */
  private void seal() {
    var sealing = CDI.current().select(HourSealing.class).get();
    var now = Instant.now();
    var hour = now.truncatedTo(ChronoUnit.HOURS);
    sealing.seal(TenantId.fromString(tenant), hour.minus(1, ChronoUnit.HOURS), now);
    sealing.seal(TenantId.fromString(tenant), hour, now);
  }

  private void happened(int id) {
    request()
        .contentType("application/cloudevents+json")
        .body(
            "{\"specversion\":\"1.0\",\"id\":\"%d\",\"source\":\"/walk\",\"type\":\"walk.happened\"}"
                .formatted(id))
        .post("/api/v1/events")
        .then()
        .statusCode(202);
  }

  private String store(String yaml) {
    return request()
        .contentType("application/yaml")
        .body(yaml.getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/workflows")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private ValidatableResponse post(String path, String body) {
    return request().body(body).post("/api/v1" + path).then();
  }

  private static ValidatableResponse made(ValidatableResponse answer) {
    return answer.statusCode(201);
  }

  private String eventually(String list) {
    return Patience.await()
        .until(
            () -> request().get("/api/v1" + list).then().extract().<String>path("data[0].id"),
            id -> id != null);
  }

  /** How many rows each table has of it, and a hash over all of them. */
  public Map<String, String> snapshot() throws SQLException {
    var tables = new TreeMap<String, String>();
    try (var connection = Stack.asTenant("ganglion_app", TenantId.fromString(tenant));
        var statement = connection.createStatement()) {
      for (var table : tables()) {
        try (var row =
            statement.executeQuery(
                "SELECT count(*) || ':' || coalesce(md5(string_agg(md5(t::text), '' ORDER BY"
                    + " md5(t::text))), '') FROM "
                    + table
                    + " t")) {
          row.next();
          tables.put(table, row.getString(1));
        }
      }
    }
    return tables;
  }

  /** Every table of tenants' data that the application may read. */
  private static List<String> tables() throws SQLException {
    try (var connection = Stack.as("ganglion_app").getConnection();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                SELECT relname FROM pg_class
                WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition AND relforcerowsecurity
                  AND has_table_privilege(oid, 'SELECT') ORDER BY relname
                """)) {
      var names = new java.util.ArrayList<String>();
      while (rows.next()) {
        names.add(rows.getString(1));
      }
      return names;
    }
  }
}
