package io.ganglion.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.connector.PlatformServer;
import io.ganglion.connector.PlatformServer.Reply;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import io.ganglion.testing.Stack;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets of a workflow are in no table, although the peer repeats all that it was sent. */
@QuarkusTest
@Tag("isolation")
class SecretTest {
  private static final String CANARY = "canary-7f3a91c2";

  private final PlatformServer parrot =
      new PlatformServer(
          request ->
              Reply.json(
                  request.path().equals("/fail") ? 400 : 200,
                  Json.object()
                      .put("access_token", CANARY + "-token")
                      .put("detail", request.headers() + request.target() + request.body())));
  private Kit kit;

  @BeforeEach
  void an_agent_with_a_secret() {
    kit = new Kit();
    kit.owner()
        .request()
        .body(
            "{\"name\":\"vault\",\"connector\":\"http\",\"credentials\":{\"username\":\"ada\",\"password\":\"%s\"}}"
                .formatted(CANARY))
        .post("/api/v1/connections")
        .then()
        .statusCode(201);
  }

  @AfterEach
  void close() {
    parrot.close();
  }

  private String agent(String connections) {
    return kit.owner()
        .request()
        .body("{\"name\":\"keeper\",\"connections\":%s}".formatted(connections))
        .post("/api/v1/agents")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private String body(String with) {
    return "use: {secrets: [vault]}\ndo:\n  - ask: {call: http, with: %s}"
        .formatted(with.replace("PEER", parrot.url().toString()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{method: get, endpoint: {uri: 'PEER/', authentication: {basic: {use: vault}}}}",
        "{method: get, endpoint: {uri: 'PEER/fail', authentication: {basic: {use: vault}}}}",
        "{method: post, endpoint: 'PEER/', headers: {X-Mine: '${ \"Key \" + $secrets.vault.password }'}, body: {p: '${ $secrets.vault.password }'}, output: response}",
        "{method: post, endpoint: '${ \"PEER/\" + $secrets.vault.password }', query: {q: '${ $secrets.vault.password }'}, output: response}",
        "{method: get, endpoint: {uri: 'PEER/', authentication: {bearer: {token: '${ $secrets.vault.password }'}}}, output: response}",
        "{method: get, endpoint: {uri: 'PEER/', authentication: {oauth2: {authority: PEER, grant: client_credentials, client: {id: c, secret: '${ $secrets.vault.password }'}}}}}"
      })
  void a_secret_reaches_the_peer_and_nothing_else(String with) throws SQLException {
    var run = kit.runAs(agent("[\"vault\"]"), body(with), "{}");
    assertThat(run.view().path("state").asText()).isIn("SUCCEEDED", "FAILED");
    assertThat(parrot.journal()).isNotEmpty();
    var sent = parrot.journal().toString();
    var encoded = java.util.Base64.getEncoder().encodeToString(("ada:" + CANARY).getBytes());
    assertThat(sent.contains(CANARY) || sent.contains(encoded)).isTrue();
    assertThat(run.view().toString()).doesNotContain(CANARY).doesNotContain(encoded);
    assertThat(tablesWith(CANARY)).isEmpty();
    assertThat(tablesWith(encoded)).isEmpty();
  }

  @Test
  void the_search_would_find_it() throws SQLException {
    kit.run("do:\n  - show: {set: {it: '${ .it }'}}", "{\"it\":\"%s\"}".formatted(CANARY)).output();
    assertThat(tablesWith(CANARY)).contains("run", "step");
  }

  @Test
  void the_ledger_names_the_secret_in_its_place() {
    var run =
        kit.runAs(
            agent("[\"vault\"]"),
            body(
                "{method: post, endpoint: 'PEER/', body: {who: '${ .name }', p: '${ \"Key \" + $secrets.vault.password }'}}"),
            "{\"name\":\"ada\"}");
    kit.owner()
        .request()
        .get("/api/v1/runs/" + run.id() + "/effects")
        .then()
        .statusCode(200)
        .body(
            "data[0].arguments.body",
            org.hamcrest.Matchers.equalTo(
                java.util.Map.of("who", "ada", "p", "Key [secret vault.password]")));
  }

  @Test
  void a_secret_needs_an_agent_that_has_the_connection() {
    var with = "{method: get, endpoint: {uri: 'PEER/', authentication: {basic: {use: vault}}}}";
    var nobody = kit.run(body(with)).error();
    assertThat(nobody.path("type").asText()).isEqualTo(Kit.ERRORS + "authorization");
    assertThat(nobody.path("status").asInt()).isEqualTo(403);
    var other = kit.runAs(agent("[]"), body(with), "{}").error();
    assertThat(other.path("detail").asText()).contains("add it to the connections");
    assertThat(parrot.journal()).isEmpty();
  }

  @Test
  void a_secret_that_doesn_t_exist_any_more_is_an_authorization_error() {
    var with = "{method: get, endpoint: {uri: 'PEER/', authentication: {basic: {use: vault}}}}";
    var agent = agent("[\"vault\"]");
    String connection =
        kit.owner().request().get("/api/v1/connections").then().extract().path("data[0].id");
    var etag = kit.owner().request().get("/api/v1/connections/" + connection).header("ETag");
    kit.owner()
        .request()
        .header("If-Match", etag)
        .delete("/api/v1/connections/" + connection)
        .then()
        .statusCode(204);
    var error = kit.runAs(agent, body(with), "{}").error();
    assertThat(error.path("type").asText()).isEqualTo(Kit.ERRORS + "authorization");
    assertThat(error.path("status").asInt()).isEqualTo(403);
    assertThat(parrot.journal()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- one: {set: {a: '${ $secrets.vault.password }'}}",
        "- one: {wait: PT1S, if: '$secrets.vault.password == \"a\"'}",
        "- one: {call: ganglion.record, with: {value: '${ $secrets.vault }'}}",
        "- one: {call: x.createPost, with: {connection: x, text: '${ $secrets.vault.password }'}}",
        "- one: {set: {a: '${ $authorization.parameter }'}}"
      })
  void a_secret_is_for_calls_over_http_only(String task) {
    var errors = kit.refused("use: {secrets: [vault]}\ndo:\n  " + task);
    assertThat(errors.toString()).containsAnyOf("$secrets can be used", "$authorization");
    assertThat(errors.at("/0/line").asInt()).isEqualTo(4);
  }

  /** Tables with a row of this tenant in which the text stands. */
  private List<String> tablesWith(String text) throws SQLException {
    var tables = new ArrayList<String>();
    var found = new ArrayList<String>();
    var tenant = TenantId.fromString(kit.owner().tenant());
    try (var connection = Stack.asTenant("ganglion_app", tenant)) {
      try (var select = connection.createStatement();
          var row =
              select.executeQuery(
                  "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND has_table_privilege(oid, 'SELECT')")) {
        while (row.next()) {
          tables.add(row.getString(1));
        }
      }
      for (var table : tables) {
        try (var search =
            connection.prepareStatement(
                "SELECT FROM \"%s\" t WHERE position(? IN t::text) > 0 LIMIT 1".formatted(table))) {
          search.setString(1, text);
          try (var row = search.executeQuery()) {
            if (row.next()) {
              found.add(table);
            }
          }
        }
      }
    }
    assertThat(tables).hasSizeGreaterThan(8);
    return found;
  }
}
