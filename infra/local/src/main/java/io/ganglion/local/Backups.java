package io.ganglion.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The backups of one server, made by PostgreSQL's low-level API. Once there is one, the server
 * archives each segment of its log as it fills; what no kept backup needs is deleted.
 *
 * @see <a href="https://www.postgresql.org/docs/18/continuous-archiving.html">Continuous
 *     archiving</a>
 */
public final class Backups {
  /** So many are kept: the newest, and the one before it. */
  static final int KEPT = 2;

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Path server;
  private final Path folder;

  /**
   * @param server the home of the server that is backed up
   * @param folder where its backups are, or will be
   */
  public Backups(Path server, Path folder) {
    this.server = server.toAbsolutePath().normalize();
    this.folder = folder.toAbsolutePath().normalize();
  }

  /** Those that are whole, the oldest first. */
  public List<Backup> all() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var found = Files.list(folder)) {
      return found.flatMap(Backups::read).sorted(Comparator.comparing(Backup::endedAt)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The newest from which a moment can be had. */
  public Optional<Backup> before(Instant moment) {
    return all().reversed().stream().filter(one -> !one.endedAt().isAfter(moment)).findFirst();
  }

  private static Stream<Backup> read(Path folder) {
    return Backup.note(folder)
        .readJson(Backup.Note.class)
        .map(note -> Backup.of(folder, note))
        .stream();
  }

  /**
   * Takes one of a server that goes on working, and deletes what is no longer kept. One that was
   * cut off leaves nothing that is taken for a backup.
   *
   * @throws StackFailure when the server refuses
   */
  public Backup take(LocalPostgres postgres) {
    archive(server);
    try (var connection = DriverManager.getConnection(postgres.superuserUrl())) {
      var path = folder.resolve(NAME.format(now(connection)));
      Trees.delete(path);
      Trees.makePrivate(path);
      var segment =
          Answer.text(connection, "SELECT pg_walfile_name(pg_backup_start('ganglion', true))");
      long size = DataCopy.make(LocalPostgres.data(server), path.resolve("data"));
      new PrivateFile(path.resolve("data/backup_label"))
          .write(Answer.text(connection, "SELECT labelfile FROM pg_backup_stop(true)"));
      new PrivateFile(LocalPostgres.passwordFile(path)).write(LocalPostgres.password(server));
      Backup.note(path).writeJson(new Backup.Note(now(connection).toString(), segment, size));
      prune();
      return read(path).findFirst().orElseThrow();
    } catch (SQLException e) {
      throw new StackFailure("the backup failed: " + e.getMessage(), e);
    }
  }

  /** From now on the server's segments are kept; see {@link Archive}. */
  private static void archive(Path server) {
    var archive = Trees.makePrivate(Archive.of(server).folder());
    try {
      Trees.give(archive, Files.getOwner(LocalPostgres.data(server)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void prune() {
    var all = all();
    all.subList(0, Math.max(0, all.size() - KEPT)).forEach(one -> Trees.delete(one.folder()));
    var oldest = all().getFirst().firstSegment();
    try (var segments = Files.list(Archive.of(server).folder())) {
      segments
          .filter(file -> file.getFileName().toString().compareTo(oldest) < 0)
          .forEach(file -> new PrivateFile(file).delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Instant now(Connection connection) throws SQLException {
    return Instant.parse(
        Answer.text(
            connection,
            "SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"));
  }
}
