package io.ganglion.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/** A hold as it was before hours cut it. */
record Stretch(Span span, int weight) {
  private record Key(String run, String system) {}

  /** Those that are billed, of rows in any order. */
  static List<Stretch> of(List<Row.Hold> holds) {
    var pieces = new ArrayList<>(holds);
    pieces.removeIf(hold -> !hold.billable());
    pieces.sort(Comparator.comparing(Row.Hold::opened));
    var cut = new HashMap<Key, List<Stretch>>(); // those that the next hour may go on with
    var whole = new ArrayList<Stretch>();
    for (var piece : pieces) {
      var key = new Key(piece.run(), piece.system());
      var before = cut.getOrDefault(key, List.of());
      var known =
          before.stream()
              .filter(it -> it.span.to() == piece.opened().toEpochMilli())
              .filter(it -> it.weight == piece.weight())
              .findFirst();
      long from = known.map(it -> it.span.from()).orElse(piece.opened().toEpochMilli());
      var stretch = new Stretch(new Span(from, piece.closed().toEpochMilli()), piece.weight());
      known.ifPresent(before::remove);
      if (piece.reason().equals(Row.Hold.HOUR)) {
        cut.computeIfAbsent(key, it -> new ArrayList<>()).add(stretch);
      } else {
        whole.add(stretch);
      }
    }
    cut.values().forEach(whole::addAll); // still open, or what followed is not billed
    return whole;
  }
}
