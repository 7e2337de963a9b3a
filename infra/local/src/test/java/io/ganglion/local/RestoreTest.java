package io.ganglion.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("infra")
class RestoreTest {
  private static final Home HOME = Home.of(RestoreTest.class);
  private static final StackDir DIR = StackDir.of(HOME.path());
  private static final List<String> TABLES =
      List.of("audit", "effect", "ledger_day", "run", "step");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Terminal terminal =
      new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8), false, false);

  @BeforeAll
  static void start() throws SQLException {
    var server = LocalPostgres.start(DIR.postgres(), 0);
    Bootstrap.run(server.superuserUrl(), new RolePasswords("a", "b", "c"));
    for (var table : TABLES) {
      execute(server, "CREATE TABLE %s (id bigserial PRIMARY KEY)".formatted(table));
    }
    execute(
        server,
        "CREATE TABLE ledger_row (tenant_id uuid, seq bigint, line json, PRIMARY KEY (tenant_id, seq))");
  }

  @AfterAll
  static void end() {
    HOME.close();
  }

  @Test
  void what_was_written_after_the_backup_is_restored_from_the_archive() throws SQLException {
    var server = LocalPostgres.find(DIR.postgres()).orElseThrow();
    Restore.backup(DIR, terminal);
    execute(server, "INSERT INTO step SELECT FROM generate_series(1, 1000)");
    assertThat(new Restore(DIR, RestoreOptions.parse(List.of()), terminal).run()).isZero();
    assertThat(text()).containsPattern("step +1,000 +1,000 +1,000").contains("whole: 0 tenants");
    assertThat(DIR.restored()).doesNotExist();
    assertThat(server.answers()).isTrue();
  }

  @Test
  void a_moment_in_between_is_restored_without_what_came_later() throws Exception {
    var server = LocalPostgres.find(DIR.postgres()).orElseThrow();
    Restore.backup(DIR, terminal);
    execute(server, "INSERT INTO audit SELECT FROM generate_series(1, 7)");
    var moment = now(server);
    execute(server, "INSERT INTO audit SELECT FROM generate_series(1, 5)");
    var into = HOME.path().resolve("kept server");
    var options = RestoreOptions.parse(List.of("--to", moment, "--into", into.toString()));
    assertThat(new Restore(DIR, options, terminal).run()).isZero();
    assertThat(text()).containsPattern("audit +12 +7 +12");
    try (var kept = LocalPostgres.start(into, 0)) {
      assertThat(Holdings.of(kept).rows()).containsEntry("audit", 7L);
    }
  }

  @Test
  void a_moment_before_the_first_backup_is_refused() {
    var options = RestoreOptions.parse(List.of("--to", "2020-01-01T00:00:00Z"));
    assertThatThrownBy(() -> new Restore(DIR, options, terminal).run())
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("no moment before can be restored");
  }

  @Test
  void an_altered_ledger_is_told() throws SQLException {
    var server = LocalPostgres.find(DIR.postgres()).orElseThrow();
    execute(
        server,
        "INSERT INTO ledger_row VALUES (gen_random_uuid(), 1, '{\"seq\": 1, \"hash\": \"forged\"}')");
    try {
      assertThatThrownBy(() -> Holdings.ledgers(server))
          .isInstanceOf(StackFailure.class)
          .hasMessageContaining("is broken: line 1");
    } finally {
      execute(server, "DELETE FROM ledger_row");
    }
  }

  @Test
  void two_backups_are_kept_and_no_segment_that_neither_needs() {
    var backups = new Backups(DIR.postgres(), DIR.backups());
    for (int i = 0; i < 3; i++) {
      Restore.backup(DIR, terminal);
    }
    assertThat(backups.all()).hasSize(Backups.KEPT);
    var oldest = backups.all().getFirst().firstSegment();
    assertThat(Archive.of(DIR.postgres()).folder().toFile().list())
        .allSatisfy(name -> assertThat(name).isGreaterThanOrEqualTo(oldest));
  }

  @Test
  void what_restore_does_not_know_is_refused() {
    for (var wrong : List.of(List.of("--to"), List.of("--to", "noon"), List.of("--now"))) {
      assertThatThrownBy(() -> RestoreOptions.parse(wrong))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private String text() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String now(LocalPostgres server) throws SQLException {
    try (var connection = Bootstrap.open(server.superuserUrl(), Bootstrap.DATABASE)) {
      return Backups.now(connection).toString();
    }
  }

  private static void execute(LocalPostgres server, String sql) throws SQLException {
    try (var connection = Bootstrap.open(server.superuserUrl(), Bootstrap.DATABASE);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
