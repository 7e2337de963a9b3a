package io.ganglion.api.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.db.DatabaseFailed;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import io.ganglion.testing.Callers;
import io.ganglion.testing.Callers.Owner;
import io.ganglion.testing.Stack;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("it")
class AuditResourceTest {
  private static final String AUDIT = "/api/v1/audit";

  @Inject TenantTx tx;

  private static void rename(Owner owner, String name) {
    owner
        .request()
        .body(Json.write(Json.object().put("name", name)))
        .patch("/api/v1/tenant")
        .then()
        .statusCode(200);
  }

  private static List<JsonNode> exported(Owner owner) {
    var text =
        owner
            .request()
            .get(AUDIT + "/export")
            .then()
            .statusCode(200)
            .contentType("application/jsonl");
    return text.extract().asString().lines().map(Json::read).toList();
  }

  @Test
  void a_change_leaves_who_what_when_and_from_where() {
    var owner = Callers.owner();
    rename(owner, "Acme");
    var line = owner.request().get(AUDIT + "?limit=1").then().statusCode(200).extract().jsonPath();
    assertThat(line.getString("data[0].action")).isEqualTo("tenant.renamed");
    assertThat(line.getString("data[0].target")).isEqualTo(owner.tenant());
    assertThat(line.getString("data[0].actor")).isEqualTo(owner.keyId());
    assertThat(line.getString("data[0].address")).isEqualTo("127.0.0.1");
    assertThat(line.getString("data[0].before.name")).isEqualTo("a tenant");
    assertThat(line.getString("data[0].after.name")).isEqualTo("Acme");
    assertThat(line.getInt("data[0].seq")).isEqualTo(3);
  }

  @Test
  void a_tenant_s_log_begins_with_its_making_by_the_operator() {
    var lines = exported(Callers.owner());
    assertThat(lines)
        .extracting(line -> line.path("action").asText())
        .containsExactly("tenant.created", "api_key.created");
    assertThat(lines.getFirst().path("actor").asText()).isEqualTo("operator");
    assertThat(lines.getFirst().path("previous").asText()).isEqualTo("0".repeat(64));
  }

  @Test
  void keys_agents_and_workflows_are_told_of() {
    var owner = Callers.owner();
    var key = Callers.keyWith(owner, "runs:read");
    var agent =
        owner
            .request()
            .body("{\"name\":\"a\",\"connections\":[]}")
            .post("/api/v1/agents")
            .then()
            .statusCode(201)
            .extract()
            .<String>path("id");
    owner
        .request()
        .body("{\"name\":\"b\"}")
        .patch("/api/v1/agents/" + agent)
        .then()
        .statusCode(200);
    owner.request().delete("/api/v1/agents/" + agent).then().statusCode(204);
    owner
        .request()
        .body(
            "{\"document\":{\"dsl\":\"1.0.3\",\"namespace\":\"n\",\"name\":\"w\",\"version\":\"1.0.0\"},\"do\":[{\"a\":{\"set\":{\"b\":1}}}]}")
        .post("/api/v1/workflows")
        .then()
        .statusCode(201);
    var lines = exported(owner);
    assertThat(lines.stream().skip(2).map(line -> line.path("action").asText()))
        .containsExactly(
            "api_key.created",
            "agent.created",
            "agent.changed",
            "agent.deleted",
            "workflow.stored");
    assertThat(lines.get(4).at("/before/name").asText()).isEqualTo("a");
    assertThat(lines.get(4).at("/after/name").asText()).isEqualTo("b");
    assertThat(lines.get(5).path("after").isNull()).isTrue();
    assertThat(lines.toString()).doesNotContain(key.substring(60));
  }

  @Test
  void what_was_refused_leaves_no_line() {
    var owner = Callers.owner();
    owner
        .request()
        .header("If-Match", "\"7\"")
        .body("{\"name\":\"x\"}")
        .patch("/api/v1/tenant")
        .then()
        .statusCode(412);
    assertThat(exported(owner)).hasSize(2);
  }

  @Test
  void a_connection_s_credentials_are_in_no_line() {
    var owner = Callers.owner();
    var account =
        owner
            .request()
            .body("{\"platform\":\"x\"}")
            .post("/api/v1/lab/accounts")
            .then()
            .statusCode(201)
            .extract()
            .asString();
    var connection = (ObjectNode) Json.read(account).path("connection");
    var made =
        owner
            .request()
            .body(Json.write(connection.put("name", "x")))
            .post("/api/v1/connections")
            .then()
            .statusCode(201)
            .extract()
            .<String>path("id");
    owner.request().post("/api/v1/connections/" + made + "/pause").then().statusCode(200);
    owner.request().post("/api/v1/connections/" + made + "/resume").then().statusCode(200);
    owner.request().delete("/api/v1/connections/" + made).then().statusCode(204);
    var lines = exported(owner);
    assertThat(lines.stream().skip(2).map(line -> line.path("action").asText()))
        .containsExactly(
            "connection.created", "connection.paused", "connection.resumed", "connection.deleted");
    connection
        .path("credentials")
        .forEach(secret -> assertThat(lines.toString()).doesNotContain(secret.asText()));
  }

  @Test
  void an_export_can_be_checked_without_us() {
    var owner = Callers.owner();
    rename(owner, "ü \"quoted\"");
    var previous = "0".repeat(64);
    long seq = 0;
    for (var line : exported(owner)) {
      ObjectNode content = line.deepCopy();
      var hash = content.remove("hash").asText();
      assertThat(content.path("seq").asLong()).isEqualTo(++seq);
      assertThat(content.path("previous").asText()).isEqualTo(previous);
      assertThat(Json.hash(content)).isEqualTo(hash);
      previous = hash;
    }
    owner
        .request()
        .get(AUDIT + "/verification")
        .then()
        .statusCode(200)
        .body("intact", equalTo(true))
        .body("entries", equalTo(3))
        .body("head", equalTo(previous));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE audit SET after = '{\"name\":\"other\"}' WHERE seq = 2",
        "UPDATE audit SET actor = 'somebody' WHERE seq = 2",
        "UPDATE audit SET at = at - interval '1 second' WHERE seq = 2",
        "DELETE FROM audit WHERE seq = 1"
      })
  void a_line_that_was_altered_by_the_database_s_owner_shows(String tampering) throws SQLException {
    var owner = Callers.owner();
    rename(owner, "Acme");
    var tenant = TenantId.fromString(owner.tenant()).uuid();
    try (var database = Stack.as("ganglion_owner").getConnection();
        var statement = database.createStatement()) {
      database.setAutoCommit(false);
      statement.execute("ALTER TABLE audit NO FORCE ROW LEVEL SECURITY");
      assertThat(statement.executeUpdate(tampering + " AND tenant_id = '" + tenant + "'")).isOne();
      statement.execute("ALTER TABLE audit FORCE ROW LEVEL SECURITY");
      database.commit();
    }
    owner
        .request()
        .get(AUDIT + "/verification")
        .then()
        .statusCode(200)
        .body("intact", equalTo(false))
        .body("first_broken", equalTo(2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UPDATE audit SET actor = 'x'", "DELETE FROM audit"})
  void the_application_can_t_alter_a_line(String tampering) {
    var tenant = TenantId.fromString(Callers.owner().tenant());
    assertThatThrownBy(
            () ->
                tx.run(
                    tenant,
                    connection -> {
                      try (var statement = connection.createStatement()) {
                        statement.execute(tampering);
                      }
                    }))
        .isInstanceOf(DatabaseFailed.class)
        .hasRootCauseMessage("ERROR: permission denied for table audit");
  }

  @Test
  void changes_at_the_same_time_make_one_chain() throws Exception {
    var owner = Callers.owner();
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var calls = new ArrayList<Callable<String>>();
      for (int i = 0; i < 20; i++) {
        calls.add(() -> Callers.keyWith(owner, "runs:read"));
      }
      for (var made : callers.invokeAll(calls)) {
        made.get();
      }
    }
    owner
        .request()
        .get(AUDIT + "/verification")
        .then()
        .body("intact", equalTo(true))
        .body("entries", equalTo(22));
  }

  @Test
  void pages_are_narrowed_and_go_on() {
    var owner = Callers.owner();
    for (int i = 0; i < 5; i++) {
      rename(owner, "name " + i);
    }
    var first =
        owner.request().get(AUDIT + "?action=tenant.renamed&limit=3").then().extract().jsonPath();
    assertThat(first.getList("data.after.name"))
        .asList()
        .containsExactly("name 4", "name 3", "name 2");
    var second =
        owner
            .request()
            .get(AUDIT + "?action=tenant.renamed&limit=3&cursor=" + first.getString("next_cursor"))
            .then()
            .extract()
            .jsonPath();
    assertThat(second.getList("data.after.name")).asList().containsExactly("name 1", "name 0");
    assertThat(second.getString("next_cursor")).isNull();
    owner.request().get(AUDIT + "?actor=operator").then().body("data.size()", equalTo(2));
    owner.request().get(AUDIT + "?target=key_nobody").then().body("data.size()", equalTo(0));
  }

  @Test
  void another_tenant_sees_nothing_of_it() {
    var owner = Callers.owner();
    rename(owner, "Acme");
    assertThat(exported(Callers.owner())).hasSize(2);
  }
}
