package io.ganglion.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import io.ganglion.run.RunState;
import io.ganglion.testing.Customer;
import io.ganglion.testing.LoopbackPlatform;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Stack;
import io.ganglion.testing.Troupe;
import io.ganglion.workflow.Workflows;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Journals that an earlier engine wrote, replayed: the walk must come to the recorded end, and
 * neither write a step nor send anything. Each file holds a definition, the run's input and end,
 * and the rows that a replay reads.
 *
 * <p>{@code -Dgolden.write=true} writes the files of the engine as it is. Write a new folder when
 * what is journalled changes, and keep the old one for as long as runs of then may be under way.
 */
@QuarkusTest
@Tag("it")
class GoldenJournalTest {
  private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");
  private static final String CURRENT = "2";

  /** What a replay reads, in the order in which it can be inserted. */
  private static final List<String> TABLES =
      List.of(
          "step",
          "timer",
          "consumption",
          "state_read",
          "effect",
          "approval",
          "checkpoint",
          "compensable");

  /** Of sessions; the engine reads these alone. */
  private static final List<String> ASKED = List.of("session", "session_step");

  private static final Set<String> ENDED = Set.of("SUCCEEDED", "FAILED", "COMPENSATED");

  @TestHTTPResource("/")
  String url = "";

  @Inject Drills drills;
  @Inject Workflows workflows;

  @Test
  void every_stored_journal_comes_to_its_recorded_end_and_nothing_is_done_again()
      throws IOException, SQLException {
    try (var files = Files.walk(GOLDEN)) {
      var golden = new TreeSet<>(files.filter(file -> file.toString().endsWith(".json")).toList());
      assertThat(golden).isNotEmpty();
      for (var file : golden) {
        replay(file.toString(), (ObjectNode) Json.read(Files.readString(file)));
      }
    }
  }

  private void replay(String name, ObjectNode golden) throws SQLException {
    var tenant = drills.tenant();
    var workflow =
        golden.hasNonNull("definition")
            ? workflows.create(tenant, golden.path("definition").asText()).workflow().id().uuid()
            : null;
    var run = RunId.fromString(golden.path("run").asText());
    try (var connection = engine(tenant)) {
      connection.setAutoCommit(false);
      insertRun(connection, tenant, run, workflow, golden);
      systems(connection, golden.path("system"), tenant);
      for (var table : TABLES) {
        insert(connection, table, owned(golden.path(table), tenant));
      }
      for (var child : golden.path("child")) { // of a workflow that nobody walks any more
        ((ObjectNode) child)
            .put("workflow_id", String.valueOf(workflow))
            .putNull("owner")
            .putNull("agent_id");
      }
      insert(connection, "run", owned(golden.path("child"), tenant));
      connection.commit();
    }
    try (var connection = Stack.asTenant("ganglion_app", tenant)) {
      for (var table : ASKED) {
        insert(connection, table, owned(golden.path(table), tenant));
      }
    }
    enqueue(tenant, run);
    var ended =
        drills.await(tenant, run, RunState.SUCCEEDED, RunState.FAILED, RunState.COMPENSATED);
    assertThat(ended.state().name()).as(name).isEqualTo(golden.path("state").asText());
    assertThat(String.valueOf(ended.output())).as(name).isEqualTo(text(golden.path("output")));
    assertThat(String.valueOf(ended.error())).as(name).isEqualTo(error(golden));
    try (var connection = engine(tenant)) {
      for (var table : TABLES) {
        var found = assertThat(positions(rows(connection, table, run))).as("%s: %s", name, table);
        if (golden.path("pending").asBoolean()) { // there was more to come
          found.containsAll(positions(golden.path(table), "PENDING"));
        } else {
          found.isEqualTo(positions(golden.path(table)));
        }
      }
    }
  }

  /** What an error didn't have was written as null when the first journals were stored. */
  private static String error(ObjectNode golden) {
    var error = golden.path("error").deepCopy();
    for (var member : List.of("title", "detail")) {
      if (error instanceof ObjectNode known && known.path(member).isNull()) {
        known.remove(member);
      }
    }
    return text(error);
  }

  private static String text(JsonNode value) {
    return value.isNull() ? "null" : Json.write(value);
  }

  /** As {@link #positions(JsonNode)}, but for rows whose state is to change. */
  private static List<String> positions(JsonNode rows, String but) {
    return positions(rows).stream().filter(row -> !row.endsWith(" " + but)).toList();
  }

  /** What tells rows of one kind from each other, with what became of them. */
  private static List<String> positions(JsonNode rows) {
    return rows.valueStream()
        .map(
            row ->
                "%s %s %s %s"
                    .formatted(
                        row.path("position").asText(),
                        row.path("ordinal").asText(),
                        row.path("phase").asText(),
                        row.path("state").asText()))
        .sorted()
        .collect(Collectors.toList());
  }

  private static void insertRun(
      Connection connection, TenantId tenant, RunId run, @Nullable UUID workflow, JsonNode golden)
      throws SQLException {
    var sql =
        """
        INSERT INTO run (tenant_id, id, root_id, workflow_id, state, input, created_at, started_at)
        VALUES (?, ?, ?, ?, 'QUEUED', ?::json, ?::timestamptz, ?::timestamptz)
        """;
    try (var insert = connection.prepareStatement(sql)) {
      insert.setObject(1, tenant.uuid());
      insert.setObject(2, run.uuid());
      insert.setObject(3, run.uuid());
      insert.setObject(4, workflow);
      insert.setString(5, Json.write(golden.path("input")));
      insert.setString(6, golden.path("created_at").asText());
      insert.setString(7, golden.path("started_at").asText());
      insert.executeUpdate();
    }
  }

  private static JsonNode owned(JsonNode rows, TenantId tenant) {
    if (rows.isMissingNode()) {
      return Json.mapper().createArrayNode();
    }
    var owned = (com.fasterxml.jackson.databind.node.ArrayNode) rows.deepCopy();
    owned.forEach(row -> ((ObjectNode) row).put("tenant_id", tenant.uuid().toString()));
    return owned;
  }

  private static void systems(Connection connection, JsonNode rows, TenantId tenant)
      throws SQLException {
    insert(connection, "system", owned(rows, tenant));
  }

  private static void insert(Connection connection, String table, JsonNode rows)
      throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    var columns = String.join(", ", rows.get(0).propertyStream().map(Map.Entry::getKey).toList());
    var sql = // columns that came later have their defaults, as after their migration
        "INSERT INTO %1$s (%2$s) SELECT %2$s FROM json_populate_recordset(null::%1$s, ?::json)"
            .formatted(table, columns);
    try (var insert = connection.prepareStatement(sql)) {
      insert.setString(1, Json.write(rows));
      insert.executeUpdate();
    }
  }

  private static void enqueue(TenantId tenant, RunId run) throws SQLException {
    try (var connection = engine(tenant);
        var insert =
            connection.prepareStatement(
                "INSERT INTO run_queue (tenant_id, run_id, due_at) VALUES (?, ?, now())")) {
      insert.setObject(1, tenant.uuid());
      insert.setObject(2, run.uuid());
      insert.executeUpdate();
    }
  }

  private static Connection engine(TenantId tenant) throws SQLException {
    var connection = Stack.as("ganglion_engine").getConnection();
    try (var scope = connection.createStatement()) {
      scope.execute("SET ganglion.tenants = '%s'".formatted(tenant.uuid()));
    }
    return connection;
  }

  /** Rows of a run; of its steps those that a replay reads, which are after its last checkpoint. */
  private static JsonNode rows(Connection connection, String table, RunId run) throws SQLException {
    var read =
        table.equals("step")
            ? " AND event_seq > coalesce((SELECT event_seq FROM checkpoint WHERE run_id ="
                + " t.run_id), 0)"
            : "";
    return query(
        connection,
        "SELECT coalesce(json_agg(t), '[]') FROM %s t WHERE run_id = '%s'%s"
            .formatted(table, run.uuid(), read));
  }

  private static JsonNode query(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return Json.read(row.getString(1));
    }
  }

  /** Writes the golden files: every task kind, an end of every kind, and a checkpoint. */
  @Test
  @EnabledIfSystemProperty(named = "golden.write", matches = "true")
  void write() throws IOException, SQLException {
    var customer = Customer.newTenant(url.replaceAll("/$", ""));
    var troupe =
        new Troupe(customer)
            .with("x", "x")
            .with("x", "y")
            .with("model", "model")
            .with("evm", "treasury");
    var agent = troupe.agent("a");
    try (var platform = new LoopbackPlatform()) {
      customer.postYaml("/workflows", GoldenWorkflows.CHILD);
      store(customer, agent, "tasks", GoldenWorkflows.TASKS);
      store(customer, agent, "outside", GoldenWorkflows.outside(platform));
      store(customer, agent, "compensated", GoldenWorkflows.COMPENSATED);
      store(customer, agent, "long", GoldenWorkflows.LONG);
      store(customer, agent, "failed", GoldenWorkflows.FAILED);
      customer.postYaml("/workflows", GoldenWorkflows.SLOW_CHILD);
      for (var definition :
          List.of(
              GoldenWorkflows.UNDECIDED,
              GoldenWorkflows.RETRIED,
              GoldenWorkflows.TIMED,
              GoldenWorkflows.PARENT)) {
        pending(customer, agent, definition);
      }
      approved(customer, troupe.agent("careful", "approve"));
      reason(customer, agent);
      session(customer, agent);
    }
  }

  /** As it was while it waited, with the end that it came to. */
  private void pending(Customer customer, String agent, String definition)
      throws IOException, SQLException {
    var id = start(customer, agent, definition);
    awaited(customer, id, Set.of("WAITING"));
    var golden = golden(customer, id, definition).put("pending", true);
    end(customer, id, golden);
    try (var connection = engine(TenantId.fromString(customer.tenant()))) {
      var children =
          "SELECT coalesce(json_agg(t), '[]') FROM run t WHERE parent_id = '%s'"
              .formatted(RunId.fromString(id).uuid());
      golden.set("child", query(connection, children));
    }
    write(golden, golden.path("definition").asText().replaceAll("(?s).*?name: ([a-z-]+),.*", "$1"));
  }

  private void approved(Customer customer, String agent) throws IOException, SQLException {
    var definition =
        GoldenWorkflows.APPROVED.formatted(
            customer.all("/api-keys").getFirst().path("id").asText());
    var id = start(customer, agent, definition);
    for (int i = 0; i < 2; i++) { // the task's own, then the act's
      var asked =
          Patience.await("it asks")
              .until(() -> customer.all("/approvals?state=PENDING&run=" + id), it -> !it.isEmpty());
      var comment = Json.object().put("comment", "yes");
      customer.post(
          "/approvals/%s/approve".formatted(asked.getFirst().path("id").asText()), comment);
      awaited(customer, id, Set.of("WAITING", "SUCCEEDED"));
      Patience.await("it goes on")
          .until(
              () -> customer.all("/approvals?state=PENDING&run=" + id),
              it -> it.stream().noneMatch(one -> one.equals(asked.getFirst())));
    }
    awaited(customer, id, ENDED);
    var golden = golden(customer, id, definition);
    end(customer, id, golden);
    write(golden, "approved");
  }

  /** As though its worker had died when all of the model's acts were done. */
  private void reason(Customer customer, String agent) throws IOException, SQLException {
    var id = start(customer, agent, GoldenWorkflows.REASON);
    awaited(customer, id, ENDED);
    var golden = golden(customer, id, GoldenWorkflows.REASON).put("pending", true);
    end(customer, id, golden);
    var steps = golden.putArray("step");
    try (var connection = engine(TenantId.fromString(customer.tenant()))) {
      for (var step : rows(connection, "step", RunId.fromString(id))) {
        if (step.path("position").asText().contains("/think/think/")) {
          steps.add(step);
        }
      }
    }
    write(golden, "reason");
  }

  private void session(Customer customer, String agent) throws IOException, SQLException {
    var body = Json.object().put("session", true).put("agent", agent);
    var id = customer.post("/runs", body).path("id").asText();
    var act = Json.object().put("connection", "x").put("action", "x.createPost");
    act.putObject("input").put("text", "golden session");
    customer.put("/runs/%s/steps/post?wait=20s".formatted(id), act);
    customer.post("/runs/%s/complete".formatted(id), Json.object());
    awaited(customer, id, ENDED);
    var golden = golden(customer, id, null);
    end(customer, id, golden);
    try (var connection = Stack.asTenant("ganglion_app", TenantId.fromString(customer.tenant()))) {
      for (var table : ASKED) {
        golden.set(table, rows(connection, table, RunId.fromString(id)));
      }
    }
    write(golden, "session");
  }

  private static String start(Customer customer, String agent, String definition) {
    var body = Json.object().put("agent", agent);
    body.put("workflow", customer.postYaml("/workflows", definition).path("id").asText());
    body.set("input", Json.read("{\"items\": [1, 2, 3]}"));
    return customer.post("/runs", body).path("id").asText();
  }

  private static JsonNode awaited(Customer customer, String id, Set<String> states) {
    return Patience.await(id)
        .until(() -> customer.get("/runs/" + id), it -> states.contains(it.path("state").asText()));
  }

  /** A run and the rows of it as they are now. */
  private static ObjectNode golden(Customer customer, String id, @Nullable String definition)
      throws SQLException {
    var golden = Json.object().put("definition", definition).put("run", id);
    try (var connection = engine(TenantId.fromString(customer.tenant()))) {
      golden.set("system", query(connection, "SELECT coalesce(json_agg(t), '[]') FROM system t"));
      for (var table : TABLES) {
        golden.set(table, rows(connection, table, RunId.fromString(id)));
      }
    }
    return golden;
  }

  private static void end(Customer customer, String id, ObjectNode golden) {
    var ended = awaited(customer, id, ENDED);
    for (var member : List.of("input", "output", "error", "state", "created_at", "started_at")) {
      golden.set(member, ended.path(member));
    }
  }

  private static void write(ObjectNode golden, String name) throws IOException {
    var file = GOLDEN.resolve(CURRENT).resolve(name + ".json");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file, Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(golden) + "\n");
  }

  private void store(Customer customer, String agent, String name, String definition)
      throws IOException, SQLException {
    var id = start(customer, agent, definition);
    awaited(customer, id, ENDED);
    var golden = golden(customer, id, definition);
    end(customer, id, golden);
    write(golden, name);
  }
}
