package io.ganglion.faults;

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

/**
 * A server that follows another one as its synchronous standby: no commit is acknowledged before it
 * is on both disks.
 *
 * @see <a href="https://www.postgresql.org/docs/current/continuous-archiving.html">Base backup by
 *     the low-level API</a>
 * @see <a href="https://www.postgresql.org/docs/current/warm-standby.html">Synchronous
 *     replication</a>
 */
final class Replica {
  private Replica() {}

  /**
   * @param primary runs in the folder {@code data} of {@code primaryHome}
   * @param home where the standby is to be; does not exist yet
   * @return once it follows
   */
  static LocalPostgres of(LocalPostgres primary, Path primaryHome, Path home) throws Exception {
    try (var connection = DriverManager.getConnection(primary.superuserUrl());
        var statement = connection.createStatement()) {
      statement.execute("SELECT pg_backup_start('replica', true)");
      copy(primaryHome, home);
      try (var row = statement.executeQuery("SELECT labelfile FROM pg_backup_stop(false)")) {
        row.next();
        follow(home.resolve("data"), row.getString(1), primary);
      }
      var replica = LocalPostgres.start(home, Stack.freePort());
      statement.execute("ALTER SYSTEM SET synchronous_standby_names = '*'");
      statement.execute("SELECT pg_reload_conf()");
      Patience.await("the standby is synchronous").until(() -> synchronous(primary));
      return replica;
    }
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

  /** With owners and modes; the primary writes meanwhile, which recovery mends. */
  private static void copy(Path from, Path to) throws IOException, InterruptedException {
    var copied = new ProcessBuilder("cp", "-a", from.toString(), to.toString()).inheritIO().start();
    copied.waitFor(); // a file that vanished meanwhile is no failure
    for (var own : new String[] {"data/postmaster.pid", "data/postmaster.opts"}) {
      Files.deleteIfExists(to.resolve(own));
    }
    try (var records = Files.list(to)) { // the record of the process is the primary's own
      for (var file : records.filter(Files::isRegularFile).toList()) {
        if (!file.getFileName().toString().equals("password")) {
          Files.delete(file);
        }
      }
    }
  }

  private static void follow(Path data, String label, LocalPostgres primary) throws IOException {
    var superuser = org.postgresql.Driver.parseURL(primary.superuserUrl(), new Properties());
    write(data, "backup_label", label);
    write(data, "standby.signal", "");
    Files.writeString(
        data.resolve("postgresql.auto.conf"),
        "primary_conninfo = 'host=127.0.0.1 port=%d user=postgres password=%s'%n"
            .formatted(primary.port(), superuser.getProperty("password")),
        StandardOpenOption.APPEND);
  }

  /** As the owner of all the rest. */
  private static void write(Path data, String name, String text) throws IOException {
    var file = Files.writeString(data.resolve(name), text);
    Files.setOwner(file, Files.getOwner(data));
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
