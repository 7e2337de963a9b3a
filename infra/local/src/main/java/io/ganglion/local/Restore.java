package io.ganglion.local;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * {@code ./ganglion restore}: the drill. A second server is made of the newest backup and the
 * archive beside the one that runs, what it has is counted and its ledgers are verified. The
 * running stack is not touched.
 */
final class Restore {
  /** Rows are only added to these, but for tenants that are erased. */
  private static final Set<String> APPEND_ONLY =
      Set.of("audit", "effect", "ledger_day", "ledger_row", "run", "step");

  private static final Duration ARCHIVED = Duration.ofSeconds(60);

  private final StackDir dir;
  private final RestoreOptions options;
  private final Terminal terminal;

  Restore(StackDir dir, RestoreOptions options, Terminal terminal) {
    this.dir = dir;
    this.options = options;
    this.terminal = terminal;
  }

  /** {@code ./ganglion backup}. */
  static void backup(StackDir dir, Terminal terminal) {
    var backups = new Backups(dir.postgres(), dir.backups());
    terminal.step(
        "backing up",
        () -> backups.take(running(dir)),
        one ->
            "backup of %s in %s, %s"
                .formatted(one.endedAt(), one.folder(), megabytes(one.sizeBytes())));
  }

  /**
   * @return 0 if what was restored is whole, else 1
   */
  int run() {
    var live = running(dir);
    var backups = new Backups(dir.postgres(), dir.backups());
    if (backups.all().isEmpty()) {
      terminal.line("there is no backup yet: the first is taken now");
      backup(dir, terminal);
    }
    var backup =
        backups
            .before(options.to().orElse(Instant.MAX))
            .orElseThrow(
                () ->
                    new StackFailure(
                        "the oldest backup is of %s: no moment before can be restored"
                            .formatted(backups.all().getFirst().endedAt())));
    var before = Holdings.of(live);
    archiveAll(live);
    long began = System.nanoTime();
    Path home = options.into().orElse(dir.restored());
    var restored =
        terminal.step(
            "restoring",
            () -> Recovery.run(backup, Archive.of(dir.postgres()), options.to(), home),
            server ->
                "restored from the backup of %s to %s"
                    .formatted(
                        backup.endedAt(), options.to().map(Instant::toString).orElse("now")));
    try {
      return compare(before, restored, Holdings.of(live), began);
    } finally {
      restored.stop();
      if (options.into().isEmpty()) {
        Trees.delete(home);
      } else {
        terminal.line("its data is in " + home);
      }
    }
  }

  private int compare(Holdings before, LocalPostgres server, Holdings now, long began) {
    var restored = Holdings.of(server);
    int ledgers = Holdings.ledgers(server);
    var took = Duration.ofNanos(System.nanoTime() - began);
    print(before.rows(), restored.rows(), now.rows());
    terminal.good("every ledger's chain is whole: %,d tenants".formatted(ledgers));
    terminal.line(
        "recovery took %s, counting and verifying too; what the server had not archived yet would be lost"
            .formatted(seconds(took)));
    var lost = options.to().isPresent() ? Map.<String, Long>of() : lost(before, restored, now);
    if (lost.isEmpty()) {
      terminal.good(
          options.to().isPresent()
              ? "compare the counts with what you know of that moment"
              : "nothing that was there before the drill is missing");
      return 0;
    }
    terminal.bad("missing: " + lost);
    return 1;
  }

  /** Only where rows are never deleted can counts tell while the stack goes on. */
  private static Map<String, Long> lost(Holdings before, Holdings restored, Holdings now) {
    var lost = new TreeMap<String, Long>();
    for (var table : APPEND_ONLY) {
      long had = Math.min(count(before, table), count(now, table));
      long has = count(restored, table);
      if (has < had) {
        lost.put(table, had - has);
      }
    }
    return lost;
  }

  private static long count(Holdings holdings, String table) {
    return holdings.rows().getOrDefault(table, 0L);
  }

  private void print(Map<String, Long> before, Map<String, Long> restored, Map<String, Long> now) {
    terminal.line("");
    terminal.line("%-24s %12s %12s %12s".formatted("rows", "before", "restored", "now"));
    before.forEach(
        (table, rows) -> {
          long has = restored.getOrDefault(table, 0L);
          long after = now.getOrDefault(table, 0L);
          if (rows > 0 || has > 0 || after > 0) {
            terminal.line(
                String.format(Locale.ROOT, "%-24s %,12d %,12d %,12d", table, rows, has, after));
          }
        });
    terminal.line("");
  }

  /** Ends the segment the server writes to, and waits until it is in the archive. */
  private static void archiveAll(LocalPostgres live) {
    try (var connection = DriverManager.getConnection(live.superuserUrl());
        var statement = connection.createStatement()) {
      statement.execute("SELECT pg_current_xact_id()"); // a commit that recovery can go up to
      var last = Answer.text(connection, "SELECT pg_walfile_name(pg_switch_wal())");
      if (!Patience.until(ARCHIVED, () -> archived(live, last))) {
        throw new StackFailure("the server does not archive; see archive_command in its log");
      }
    } catch (SQLException e) {
      throw new StackFailure("the archive could not be brought up to date: " + e.getMessage(), e);
    }
  }

  private static boolean archived(LocalPostgres live, String segment) {
    try (var connection = DriverManager.getConnection(live.superuserUrl());
        var select =
            connection.prepareStatement(
                "SELECT coalesce(last_archived_wal >= ?, false) FROM pg_stat_archiver")) {
      select.setString(1, segment);
      try (var row = select.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    } catch (SQLException e) {
      return false;
    }
  }

  private static LocalPostgres running(StackDir dir) {
    return LocalPostgres.find(dir.postgres())
        .filter(LocalPostgres::answers)
        .orElseThrow(() -> new StackFailure("no stack runs here; start one by ./ganglion up"));
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%,.0f MB", bytes / 1e6);
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1e3);
  }
}
