package io.ganglion.local;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The shape of the connectors' table: narrow columns, the words of a heading below each other. */
final class ConnectorTable {
  private final List<List<String>> headings;
  private final List<Integer> widths;

  ConnectorTable(Collection<String> headings) {
    this.headings = headings.stream().map(heading -> List.of(heading.split(" "))).toList();
    this.widths =
        this.headings.stream()
            .map(words -> words.stream().mapToInt(String::length).max().orElse(0))
            .toList();
  }

  /** The lines of the headings, the last words at the bottom. */
  List<String> heading() {
    int height = headings.stream().mapToInt(List::size).max().orElse(0);
    var lines = new ArrayList<String>();
    for (int row = 0; row < height; row++) {
      var line = new StringBuilder();
      for (int i = 0; i < widths.size(); i++) {
        var words = headings.get(i);
        int at = row - (height - words.size());
        line.append(centred(at < 0 ? "" : words.get(at), widths.get(i)));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  String line(Collection<ConnectorReport.Cell> cells, Terminal terminal) {
    var line = new StringBuilder();
    int i = 0;
    for (var cell : cells) {
      var sign =
          switch (cell) {
            case ConnectorReport.Cell.Kept k -> "✓";
            case ConnectorReport.Cell.Broken b -> "✗";
            case ConnectorReport.Cell.Beside b -> "·";
          };
      var painted =
          switch (cell) {
            case ConnectorReport.Cell.Kept k -> terminal.green(sign);
            case ConnectorReport.Cell.Broken b -> terminal.red(sign);
            case ConnectorReport.Cell.Beside b -> terminal.dim(sign);
          };
      line.append(centred(sign, widths.get(i++)).replace(sign, painted));
    }
    return line.toString().stripTrailing();
  }

  private static String centred(String text, int width) {
    int before = (width - text.length()) / 2;
    return Stream.of(" ", " ".repeat(before), text, " ".repeat(width - text.length() - before))
        .reduce("", String::concat);
  }
}
