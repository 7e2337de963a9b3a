package io.ganglion.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/**
 * A hold as it was before it was cut: pieces of one run on one system that follow each other
 * without a gap.
 */
record Stretch(List<Row.Hold> pieces) {
  private record Key(String run, String system) {}

  /** Of pieces in any order. */
  static List<Stretch> of(List<Row.Hold> holds) {
    var pieces = new ArrayList<>(holds);
    pieces.sort(Comparator.comparing(Row.Hold::opened));
    var open = new HashMap<Key, List<Stretch>>();
    var all = new ArrayList<Stretch>();
    for (var piece : pieces) {
      var latest =
          open.computeIfAbsent(new Key(piece.run(), piece.system()), key -> new ArrayList<>());
      var stretch =
          latest.stream().filter(one -> one.end() == piece.opened().toEpochMilli()).findFirst();
      if (stretch.isPresent()) {
        stretch.get().pieces.add(piece);
      } else {
        latest.removeIf(one -> one.end() < piece.opened().toEpochMilli());
        var begun = new Stretch(new ArrayList<>(List.of(piece)));
        latest.add(begun);
        all.add(begun);
      }
    }
    return all;
  }

  long end() {
    return pieces.getLast().closed().toEpochMilli();
  }
}
