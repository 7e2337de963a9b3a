package io.ganglion.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.security.auth.module.UnixSystem;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("infra")
class LocalPostgresTest {
  private static final Home HOME = Home.of(LocalPostgresTest.class);

  @AfterEach
  void stop() {
    LocalPostgres.find(HOME.path()).ifPresent(LocalPostgres::stop);
  }

  @AfterAll
  static void delete() {
    HOME.close();
  }

  @Test
  void dataStaysBetweenAStopAndTheNextStart() throws SQLException {
    try (var first = LocalPostgres.start(HOME.path(), 0)) {
      execute(first, "CREATE TABLE kept_1 AS SELECT 42 AS answer");
    }
    try (var second = LocalPostgres.start(HOME.path(), 0)) {
      assertThat(ask(second, "SELECT answer FROM kept_1")).isEqualTo("42");
    }
  }

  @Test
  void itIsVersion18AndDurableAndListensOnTheLoopbackOnly() throws SQLException {
    try (var server = LocalPostgres.start(HOME.path(), 0)) {
      assertThat(ask(server, "SHOW server_version")).startsWith("18.");
      assertThat(ask(server, "SHOW fsync")).isEqualTo("on");
      assertThat(ask(server, "SHOW synchronous_commit")).isEqualTo("on");
      assertThat(ask(server, "SHOW max_connections")).isEqualTo("200");
      assertThat(ask(server, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(ask(server, "SHOW data_checksums")).isEqualTo("on");
    }
  }

  @Test
  void nobodyGetsInWithoutThePassword() {
    try (var server = LocalPostgres.start(HOME.path(), 0)) {
      var url =
          "jdbc:postgresql://127.0.0.1:%d/postgres?user=postgres&password=guess"
              .formatted(server.port());
      assertThatThrownBy(() -> DriverManager.getConnection(url).close())
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
    }
  }

  @Test
  void aKilledLaunchersServerIsAdopted() throws Exception {
    long pid = OtherLauncher.startAndBeKilled("postgres", HOME.path());
    try (var adopted = LocalPostgres.start(HOME.path(), 0)) {
      assertThat(adopted.pid()).isEqualTo(pid);
      assertThat(ask(adopted, "SELECT 1")).isEqualTo("1");
    }
    assertThat(LocalPostgres.find(HOME.path())).isEmpty();
  }

  @Test
  void aKilledServerStartsAgainWithItsData() throws SQLException {
    var first = LocalPostgres.start(HOME.path(), 0);
    execute(first, "CREATE TABLE kept_2 AS SELECT 42 AS answer");
    first.killHard();
    try (var second = LocalPostgres.start(HOME.path(), 0)) {
      assertThat(second.pid()).isNotEqualTo(first.pid());
      assertThat(ask(second, "SELECT answer FROM kept_2")).isEqualTo("42");
    }
  }

  @Test
  void aServerThatNoLongerAnswersIsReapedAndReplaced() throws SQLException {
    var first = LocalPostgres.start(HOME.path(), 0);
    first.process().signal("STOP");
    try (var second = LocalPostgres.start(HOME.path(), 0)) {
      assertThat(first.process().alive()).isFalse();
      assertThat(ask(second, "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void aStrangerWithTheRecordedPidIsLeftAlone() throws Exception {
    try (var stranger = Stranger.start()) {
      LocalPostgres.start(HOME.path(), 0).stop();
      new ChildRecord(stranger.predecessor(), 1, "").write(HOME.path());
      assertThat(LocalPostgres.find(HOME.path())).isEmpty();
      try (var server = LocalPostgres.start(HOME.path(), 0)) {
        assertThat(server.pid()).isNotEqualTo(stranger.pid());
      }
      assertThat(stranger.unharmed()).isTrue();
    }
  }

  @Test
  void aLockFileThatNamesAStrangerDoesNotBlockTheStart() throws Exception {
    try (var stranger = Stranger.start()) {
      var first = LocalPostgres.start(HOME.path(), 0);
      first.killHard();
      Path lock = LocalPostgres.data(HOME.path()).resolve("postmaster.pid");
      String text = Files.readString(lock);
      Files.writeString(lock, text.replaceFirst("^\\d+", Long.toString(stranger.pid())));
      try (var second = LocalPostgres.start(HOME.path(), 0)) {
        assertThat(ask(second, "SELECT 1")).isEqualTo("1");
      }
      assertThat(stranger.unharmed()).isTrue();
    }
  }

  @Test
  void aTakenPortIsSaidWithTheServersOwnWords() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> LocalPostgres.start(HOME.path(), taken.getLocalPort()))
          .isInstanceOf(StackFailure.class)
          .hasMessageContaining("Address already in use");
    }
  }

  @Test
  void whereRootMayNotMakeANamespaceItRunsAsAnUnprivilegedUser(@TempDir Path fake)
      throws Exception {
    assumeThat(new UnixSystem().getUid()).isZero();
    LocalPostgres.start(HOME.path(), 0).stop();
    Path unshare = Files.writeString(fake.resolve("unshare"), "#!/bin/sh\nexit 1\n");
    assertThat(unshare.toFile().setExecutable(true)).isTrue();
    OtherLauncher.startAndBeKilled("postgres", HOME.path(), fake);
    Path data = LocalPostgres.data(HOME.path());
    try (var server = LocalPostgres.start(HOME.path(), 0)) {
      assertThat(Files.getOwner(data).getName()).isIn("postgres", "nobody");
      assertThat(Files.getOwner(Path.of("/proc", Long.toString(server.pid()))).getName())
          .isNotEqualTo("root");
      assertThat(ask(server, "SELECT 1")).isEqualTo("1");
    }
  }

  private static void execute(LocalPostgres server, String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(server.superuserUrl());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(LocalPostgres server, String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(server.superuserUrl());
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
