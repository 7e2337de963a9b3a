package io.ganglion.move;

import io.ganglion.crypto.KeyHandover;
import io.ganglion.kernel.TenantId;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The program behind {@code ./ganglion tenant-move}. Where the cells are comes by its standard
 * input, as properties: nothing secret stands in its arguments. It prints counts, and neither
 * identifiers nor anything that rows hold.
 */
public final class TenantMove {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final PrintStream out;

  TenantMove(PrintStream out) {
    this.out = out;
  }

  /** Ends with 0 once the tenant lives in the destination, or the move is taken back. */
  public static void main(String[] args) throws IOException {
    var settings = new Properties();
    settings.load(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try {
      new TenantMove(System.out).run(settings);
    } catch (MoveFailed
        | IllegalStateException
        | IllegalArgumentException
        | UncheckedIOException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  /**
   * @param settings {@code tenant}, {@code folder}, {@code wait} in seconds, {@code abort}, and
   *     {@code from.…} and {@code to.…} as {@link Cell#read} has them
   * @throws MoveFailed if it can't go on
   */
  void run(Properties settings) {
    var tenant = TenantId.fromString(settings.getProperty("tenant", ""));
    var from = Cell.read(settings, "from");
    var to = Cell.read(settings, "to");
    var keys =
        to.keys().orElseThrow(() -> new MoveFailed("the settings of --to name no master key"));
    var patience =
        Optional.ofNullable(settings.getProperty("wait"))
            .map(text -> Duration.ofSeconds(Long.parseLong(text)))
            .orElse(PATIENCE);
    var plan = new Move.Plan(to.address(), Path.of(settings.getProperty("folder", "")), patience);
    try (var source = Session.open("source", from, tenant);
        var destination = Session.open("destination", to, tenant)) {
      var move = new Move(source, destination, new KeyHandover(from.keys(), keys), plan);
      if (Boolean.parseBoolean(settings.getProperty("abort"))) {
        out.println(
            move.abort() ? "taken back: the tenant goes on in the source" : "no move is under way");
      } else {
        all(move, destination);
      }
    }
    Export.delete(plan.folder());
  }

  private void all(Move move, Session destination) {
    var before = move.before();
    for (var step = move.next(); !(step instanceof Step.Nothing); step = move.next()) {
      out.println(told(step));
      move.take(step);
      if (step instanceof Step.Copy) {
        before = move.before(); // at rest
      }
    }
    table(before, Move.sums(destination));
    out.println("the tenant lives in the destination; the source refuses it");
  }

  private static String told(Step step) {
    return switch (step) {
      case Step.Begin begin -> "stopping the tenant in the source: nothing new is dispatched";
      case Step.Pause pause -> "waiting for what is in flight";
      case Step.Drain drain -> "waiting for runs to leave workers, then sealing the tenant";
      case Step.Copy copy -> "copying all rows, in one transaction of the destination";
      case Step.Switch over -> "comparing counts, checksums and the hold ledger; then letting go";
      case Step.Open open -> "opening the tenant in the destination";
      case Step.Clear clear -> "deleting what the source still has of it";
      case Step.Nothing nothing -> "";
      case Step.Refuse refuse -> "";
    };
  }

  /** Tables that have rows. */
  private void table(Map<String, Sum> before, Map<String, Sum> after) {
    out.printf(Locale.ROOT, "%n%-26s %14s %14s%n", "rows", "source before", "destination");
    after.forEach(
        (table, sum) -> {
          var was = before.get(table);
          if (sum.rows() > 0 || (was != null && was.rows() > 0)) {
            var source = was == null ? "-" : String.format(Locale.ROOT, "%,d", was.rows());
            out.printf(Locale.ROOT, "%-26s %14s %,14d%n", table, source, sum.rows());
          }
        });
    out.println();
  }
}
