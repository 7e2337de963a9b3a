package io.ganglion.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Makes a server of its own from a backup and the archive, as it was at a moment. */
final class Recovery {
  /** Replaying a day's log of a busy laptop. */
  private static final Duration LONGEST = Duration.ofMinutes(30);

  private Recovery() {}

  /**
   * @param archive of the server that was backed up
   * @param to the moment; empty: all that was archived
   * @param home of the new server; what is there is deleted
   * @return once it takes writes
   * @throws StackFailure when the archive does not reach so far
   */
  static LocalPostgres run(Backup backup, Archive archive, Optional<Instant> to, Path home) {
    Trees.delete(home);
    Trees.makePrivate(home);
    DataCopy.make(backup.folder().resolve("data"), LocalPostgres.data(home));
    new PrivateFile(LocalPostgres.passwordFile(home))
        .write(LocalPostgres.password(backup.folder()));
    settings(LocalPostgres.data(home), archive, to);
    var server = LocalPostgres.start(home, 0);
    if (!Patience.until(LONGEST, () -> !server.process().alive() || takesWrites(server))
        || !server.process().alive()) {
      server.stop();
      throw new StackFailure(
          "the archive does not reach to that moment; the end of %s says how far it goes"
              .formatted(home.resolve("server.log")));
    }
    return server;
  }

  private static void settings(Path data, Archive archive, Optional<Instant> to) {
    var lines = new StringBuilder();
    lines.append("restore_command = %s\n".formatted(archive.fetch()));
    lines.append("recovery_target_action = 'promote'\n");
    lines.append("recovery_target_timeline = 'current'\n");
    to.ifPresent(
        moment -> lines.append("recovery_target_time = '%s'\n".formatted(setting(moment))));
    try {
      Files.writeString(data.resolve("postgresql.auto.conf"), lines, StandardOpenOption.APPEND);
      Files.createFile(data.resolve("recovery.signal"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** PostgreSQL knows no names of time zones yet when it reads it. */
  private static String setting(Instant moment) {
    return moment.toString().replace('T', ' ').replace("Z", "+00");
  }

  private static boolean takesWrites(LocalPostgres server) {
    try (var connection = DriverManager.getConnection(server.superuserUrl());
        var row = connection.createStatement().executeQuery("SELECT NOT pg_is_in_recovery()")) {
      return row.next() && row.getBoolean(1);
    } catch (SQLException e) {
      return false;
    }
  }
}
