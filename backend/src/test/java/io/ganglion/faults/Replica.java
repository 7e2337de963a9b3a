package io.ganglion.faults;

import io.ganglion.local.Backups;
import io.ganglion.local.LocalPostgres;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * A server that follows another one as its synchronous standby: no commit is acknowledged before it
 * is on both disks.
 *
 * @see <a href="https://www.postgresql.org/docs/18/warm-standby.html">Synchronous replication</a>
 */
final class Replica {
  private Replica() {}

  /**
   * @param primaryHome where the primary runs
   * @param home where the standby is to be; does not exist yet
   * @return once it follows
   */
  static LocalPostgres of(LocalPostgres primary, Path primaryHome, Path home) throws Exception {
    var backups = new Backups(primaryHome, home.resolveSibling(home.getFileName() + "-base"));
    Files.move(backups.take(primary).folder(), home);
    follow(home.resolve("data"), primary);
    var replica = LocalPostgres.start(home, Stack.freePort());
    try (var connection = DriverManager.getConnection(primary.superuserUrl());
        var statement = connection.createStatement()) {
      statement.execute("ALTER SYSTEM SET synchronous_standby_names = '*'");
      statement.execute("SELECT pg_reload_conf()");
    }
    Patience.await("the standby is synchronous").until(() -> synchronous(primary));
    return replica;
  }

  /** Makes a standby a server that takes writes, on its own; returns when it does. */
  static void promote(LocalPostgres replica) throws SQLException {
    try (var connection = DriverManager.getConnection(replica.superuserUrl());
        var row = connection.createStatement().executeQuery("SELECT pg_promote()")) {
      if (!row.next() || !row.getBoolean(1)) {
        throw new IllegalStateException("the standby was not promoted");
      }
    }
  }

  private static void follow(Path data, LocalPostgres primary) throws IOException {
    var superuser = Driver.parseURL(primary.superuserUrl(), new Properties());
    Files.createFile(data.resolve("standby.signal"));
    Files.writeString(
        data.resolve("postgresql.auto.conf"),
        "primary_conninfo = 'host=127.0.0.1 port=%d user=postgres password=%s'%n"
            .formatted(primary.port(), superuser.getProperty("password")),
        StandardOpenOption.APPEND);
  }

  private static boolean synchronous(LocalPostgres primary) throws SQLException {
    try (var connection = DriverManager.getConnection(primary.superuserUrl());
        var row =
            connection
                .createStatement()
                .executeQuery(
                    "SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'")) {
      return row.next() && row.getInt(1) == 1;
    }
  }
}
