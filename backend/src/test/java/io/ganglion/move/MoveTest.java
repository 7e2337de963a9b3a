package io.ganglion.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.ganglion.crypto.KeyHandover;
import io.ganglion.kernel.TenantId;
import io.ganglion.local.Bootstrap;
import io.ganglion.local.LocalPostgres;
import io.ganglion.local.RolePasswords;
import io.ganglion.testing.Callers;
import io.ganglion.testing.Inhabited;
import io.ganglion.testing.Stack;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tenant that has one of everything, between the cell under test and another database. */
@QuarkusTest
@Tag("isolation")
class MoveTest {
  private static final String ADDRESS = "https://other-cell.example";

  /** When keys were used, what is due, and answers that are kept for repeated requests. */
  private static final Set<String> AT_WORK =
      Set.of(
          "api_key",
          "audit",
          "idempotency_key",
          "webhook_lane",
          "notification_tenant",
          "trigger",
          "trigger_due",
          "run_queue");

  static Path folder;
  static LocalPostgres other;

  @BeforeAll
  static void startTheOtherCell(@TempDir Path temporary) throws Exception {
    folder = temporary;
    other = LocalPostgres.start(folder.resolve("postgres"), 0);
    Bootstrap.run(
        other.superuserUrl(), new RolePasswords(Stack.PASSWORD, Stack.PASSWORD, Stack.PASSWORD));
    Flyway.configure()
        .dataSource(other.jdbcUrl(), "ganglion_owner", Stack.PASSWORD)
        .locations("filesystem:../migrations")
        .load()
        .migrate();
  }

  @AfterAll
  static void stopTheOtherCell() {
    other.stop();
  }

  @Test
  void everything_arrives_whoever_was_killed_between_two_steps_and_comes_back() throws Exception {
    var moved = new Inhabited();
    var stays = new Inhabited();
    var before = has(moved);
    var others = has(stays);
    var id = TenantId.fromString(moved.tenant);

    for (var table : List.of("ledger_row", "tenant_data_key", "step", "effect")) {
      assertThat(before.get(table)).as(table).doesNotStartWith("0:");
    }
    step(id); // begins
    assertThat(seen(moved)).isEqualTo(1);
    assertThat(seen(stays)).isZero();
    write(moved).statusCode(503).body("code", equalTo("tenant_moving"));
    Callers.as(moved.key).get("/api/v1/runs").then().statusCode(200);
    assertThat(operated(moved)).isEqualTo("moving");
    while (step(id) instanceof Step.Pause) {}
    while (step(id) instanceof Step.Drain) {}
    Callers.as(moved.key).get("/api/v1/runs").then().statusCode(503);
    while (!(step(id) instanceof Step.Nothing)) {}

    Callers.as(moved.key)
        .get("/api/v1/runs")
        .then()
        .statusCode(421)
        .body("code", equalTo("tenant_moved"))
        .body("detail", containsString(ADDRESS));
    assertThat(operated(moved)).isEqualTo("moved");
    assertThat(has(stays)).isEqualTo(others);
    for (var table : List.of("run", "connection", "ledger_row", "agent_state", "invoice")) {
      assertThat(has(moved).get(table)).as("what the source still has of it").startsWith("0:");
    }
    assertThat(back(id)).contains("the tenant lives in the destination");
    assertThat(has(moved)).isEqualTo(before);
    assertThat(noted(moved))
        .containsExactly("tenant.moving", "tenant.moved", "tenant.moving", "tenant.moved");
    assertThat(operated(moved)).isEqualTo("active");
    Callers.as(moved.key).get("/api/v1/runs").then().statusCode(200);
    write(moved).statusCode(201);
  }

  @Test
  void what_is_taken_back_before_the_switch_goes_on_as_if_nothing_had_been() throws Exception {
    var kept = new Inhabited();
    var id = TenantId.fromString(kept.tenant);
    var before = has(kept);
    while (!(step(id) instanceof Step.Copy)) {}

    assertThat(run(settings(id, cell("from", Stack.databaseUrl()), cell("to", otherUrl()), true)))
        .contains("taken back");
    assertThat(has(kept)).isEqualTo(before);
    assertThat(noted(kept)).containsExactly("tenant.moving", "tenant.stayed");
    write(kept).statusCode(201);
    try (var there = Session.open("destination", theOther(), id)) {
      assertThat(there.standing().there()).isFalse();
      assertThat(Move.sums(there).values()).allMatch(sum -> sum.rows() == 0);
    }
  }

  @Test
  void a_tenant_that_has_left_is_not_taken_back() {
    var gone = new Inhabited();
    var id = TenantId.fromString(gone.tenant);
    while (!(step(id) instanceof Step.Switch)) {}
    assertThatThrownBy(
            () ->
                run(settings(id, cell("from", Stack.databaseUrl()), cell("to", otherUrl()), true)))
        .hasMessageContaining("can be moved back");
  }

  @Test
  void a_copy_that_was_altered_is_never_opened() throws Exception {
    var kept = new Inhabited();
    var id = TenantId.fromString(kept.tenant);
    while (!(step(id) instanceof Step.Copy)) {}
    try (var there = Session.open("destination", theOther(), id)) {
      there.update("UPDATE tenant SET name = 'another' WHERE id = ?", id.uuid());
    }
    assertThatThrownBy(() -> step(id)).hasMessageContaining("tenant: 1 rows, and others");
    try (var here = Session.open("source", theStack(), id)) {
      assertThat(here.standing().is(Stage.SEALED)).isTrue();
    }
  }

  @Test
  void keys_that_the_destination_cannot_open_stop_the_move_before_the_tenant_stops()
      throws Exception {
    var kept = new Inhabited();
    var id = TenantId.fromString(kept.tenant);
    var strange = folder.resolve("strange.json");
    Files.writeString(
        strange,
        TinkJsonProtoKeysetFormat.serializeKeyset(
            KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM),
            InsecureSecretKeyAccess.get()));
    Files.setPosixFilePermissions(strange, PosixFilePermissions.fromString("rw-------"));
    var settings = settings(id, cell("from", Stack.databaseUrl()), cell("to", otherUrl()), false);
    settings.remove("from.vault.keyset");
    settings.setProperty("to.vault.keyset", strange.toString());
    assertThatThrownBy(() -> run(settings)).hasMessageContaining("name the source's master key");
    write(kept).statusCode(201);
    List<String> before;
    try (var here = Session.open("source", theStack(), id)) {
      before = masters(here);
    }
    settings.setProperty("from.vault.keyset", Stack.keyset());
    assertThat(run(settings)).contains("the tenant lives in the destination");
    try (var there = Session.open("destination", theOther(), id)) {
      assertThat(masters(there)).hasSize(1).doesNotContainAnyElementsOf(before);
    }
  }

  private static List<String> masters(Session cell) {
    return cell.list(
        "SELECT DISTINCT master FROM tenant_data_key WHERE tenant_id = ?",
        row -> row.getString(1),
        cell.id());
  }

  /** By a program of its own each time, as one that is run again after a kill. */
  private static Step step(TenantId id) {
    try (var source = Session.open("source", theStack(), id);
        var destination = Session.open("destination", theOther(), id)) {
      var plan =
          new Move.Plan(
              Optional.of(ADDRESS), folder.resolve("export-" + id), Duration.ofSeconds(60));
      var keys = keys(Path.of(Stack.keyset()));
      var move = new Move(source, destination, new KeyHandover(Optional.of(keys), keys), plan);
      var step = move.next();
      move.take(step);
      return step;
    }
  }

  private static String back(TenantId id) {
    return run(settings(id, cell("from", otherUrl()), cell("to", Stack.databaseUrl()), false));
  }

  private static String run(Properties settings) {
    var told = new ByteArrayOutputStream();
    new TenantMove(new PrintStream(told, true, StandardCharsets.UTF_8)).run(settings);
    return told.toString(StandardCharsets.UTF_8);
  }

  private static Properties settings(
      TenantId id, Properties from, Properties to, boolean takenBack) {
    var all = new Properties();
    all.putAll(from);
    all.putAll(to);
    all.setProperty("tenant", id.toString());
    all.setProperty("folder", folder.resolve("export-" + id).toString());
    all.setProperty("abort", String.valueOf(takenBack));
    return all;
  }

  private static Properties cell(String prefix, String url) {
    var cell = new Properties();
    cell.setProperty(prefix + ".database.url", url);
    cell.setProperty(prefix + ".database.password", Stack.PASSWORD);
    cell.setProperty(prefix + ".vault.keyset", Stack.keyset());
    return cell;
  }

  private static Cell theStack() {
    return Cell.read(cell("from", Stack.databaseUrl()), "from");
  }

  private static Cell theOther() {
    return Cell.read(cell("to", otherUrl()), "to");
  }

  private static String otherUrl() {
    return other.jdbcUrl();
  }

  private static KeyHandover.Keys keys(Path keyset) {
    return new KeyHandover.Keys(Optional.of(keyset), Optional.empty(), Optional.empty());
  }

  private static io.restassured.response.ValidatableResponse write(Inhabited tenant) {
    return Callers.as(tenant.key)
        .body("{\"name\":\"agent-%d\"}".formatted(System.nanoTime()))
        .post("/api/v1/agents")
        .then();
  }

  /** How many tenants on their way a tenant sees. */
  private static int seen(Inhabited tenant) throws SQLException {
    var id = TenantId.fromString(tenant.tenant);
    try (var connection = Stack.asTenant("ganglion_app", id);
        var row = connection.createStatement().executeQuery("SELECT count(*) FROM tenant_move")) {
      row.next();
      return row.getInt(1);
    }
  }

  /** What the tenant's audit log says of moves, by the operator; the oldest first. */
  private static List<String> noted(Inhabited tenant) {
    return Callers.as(tenant.key)
        .get("/api/v1/audit?actor=operator&limit=100")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("data.action", String.class)
        .reversed()
        .stream()
        .filter(action -> action.matches("tenant\\.(mov|stay).*"))
        .toList();
  }

  /** In which state an operator sees it, as it is and among those in that state. */
  private static String operated(Inhabited tenant) {
    var operator = Callers.as(Stack.OPERATOR_TOKEN);
    var state =
        operator.get("/api/v1/operator/tenants/" + tenant.tenant).jsonPath().getString("state");
    assertThat(
            Callers.as(Stack.OPERATOR_TOKEN)
                .get("/api/v1/operator/tenants?q=%s&state=%s".formatted(tenant.tenant, state))
                .jsonPath()
                .getList("data.id", String.class))
        .containsExactly(tenant.tenant);
    return state;
  }

  /** What no loop writes to a tenant at rest, and no request that only reads. */
  private static Map<String, String> has(Inhabited tenant) throws SQLException {
    var all = tenant.snapshot();
    all.keySet().removeAll(AT_WORK);
    return all;
  }
}
