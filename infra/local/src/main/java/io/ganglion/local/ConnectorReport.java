package io.ganglion.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which promises of the connectors' contract each platform kept, as a table of what ran. A platform
 * without a test of a promise has broken it.
 *
 * @param columns headings by number
 * @param rows by platform, the cells by the number of their column
 */
record ConnectorReport(
    SortedMap<Integer, String> columns, SortedMap<String, Map<Integer, Cell>> rows) {
  private static final String NOTES = "backend/target/connector-matrix";
  private static final String SHIPPED = "backend/src/main/resources/connectors";

  /** What tests of one promise of one platform came to, all actions together. */
  sealed interface Cell {
    /** At least one action was tried, and all kept it. */
    record Kept() implements Cell {}

    record Broken(String what) implements Cell {}

    /** There is no action that could be tried. */
    record Beside(String reasons) implements Cell {}
  }

  /** For the launcher script: the clone's folder. Needs no library. */
  public static void main(String[] args) {
    System.exit(of(Path.of(args[0])).print(Terminal.ofProcess()));
  }

  /** Reads what the tests noted in the clone {@code root}; a row for each connector it ships. */
  static ConnectorReport of(Path root) {
    var columns = new TreeMap<Integer, String>();
    var notes = new TreeMap<String, List<ConnectorNote>>();
    for (var platform : shipped(root.resolve(SHIPPED))) {
      var read = ConnectorNote.in(root.resolve(NOTES).resolve(platform + ".tsv"));
      read.forEach(note -> columns.put(note.column(), note.heading()));
      notes.put(platform, read);
    }
    var rows = new TreeMap<String, Map<Integer, Cell>>();
    notes.forEach(
        (platform, of) -> {
          var cells = new TreeMap<Integer, Cell>();
          columns.keySet().forEach(column -> cells.put(column, cell(column, of)));
          rows.put(platform, cells);
        });
    return new ConnectorReport(columns, rows);
  }

  /**
   * Prints the table and why some cells are empty.
   *
   * @return the exit code: 0 when every promise of every platform was kept or does not apply
   */
  int print(Terminal terminal) {
    var shape = new ConnectorTable(columns.values());
    var first = rows.keySet().stream().mapToInt(String::length).max().orElse(0);
    shape.heading().forEach(line -> terminal.line(" ".repeat(first) + line));
    rows.forEach(
        (platform, cells) ->
            terminal.line(
                platform
                    + " ".repeat(first - platform.length())
                    + shape.line(cells.values(), terminal)));
    terminal.line("");
    terminal.line("✓ kept   ✗ broken, or no test   · does not apply:");
    columns.forEach((column, heading) -> beside(column, heading).forEach(terminal::line));
    var broken = broken();
    broken.forEach(terminal::bad);
    terminal.line("");
    return rows.isEmpty() || columns.isEmpty() || !broken.isEmpty() ? 1 : 0;
  }

  private List<String> beside(int column, String heading) {
    var platforms = new LinkedHashMap<String, List<String>>();
    rows.forEach(
        (platform, cells) -> {
          if (cells.get(column) instanceof Cell.Beside beside) {
            platforms.computeIfAbsent(beside.reasons(), r -> new ArrayList<>()).add(platform);
          }
        });
    var lines = new ArrayList<String>();
    platforms.forEach(
        (reasons, names) ->
            lines.add("  %s: %s – %s".formatted(heading, String.join(", ", names), reasons)));
    return lines;
  }

  private List<String> broken() {
    var lines = new ArrayList<String>();
    rows.forEach(
        (platform, cells) ->
            columns.forEach(
                (column, heading) -> {
                  if (cells.get(column) instanceof Cell.Broken broken) {
                    lines.add("%s, %s: %s".formatted(platform, heading, broken.what()));
                  }
                }));
    return lines;
  }

  private static Cell cell(int column, List<ConnectorNote> notes) {
    // a test that ran again counts as it ended at last
    var last =
        notes.stream()
            .filter(note -> note.column() == column)
            .collect(
                Collectors.toMap(
                    ConnectorNote::test, Function.identity(), (a, b) -> b, LinkedHashMap::new))
            .values();
    var broken = last.stream().filter(note -> note.result().equals("BROKEN")).toList();
    if (!broken.isEmpty()) {
      return new Cell.Broken(broken.getFirst().test());
    }
    if (last.stream().anyMatch(note -> note.result().equals("KEPT"))) {
      return new Cell.Kept();
    }
    var reasons = new TreeSet<>(last.stream().map(ConnectorNote::reason).toList());
    return reasons.isEmpty()
        ? new Cell.Broken("no test ran")
        : new Cell.Beside(String.join("; ", reasons));
  }

  private static List<String> shipped(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isDirectory)
          .map(connector -> connector.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
