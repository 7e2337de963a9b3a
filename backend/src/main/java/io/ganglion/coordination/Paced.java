package io.ganglion.coordination;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The rows of a batch by what they are. */
record Paced<W>(List<W> asks, List<W> answers, List<W> rests) {
  static <W> Paced<W> of(List<W> rows, Function<W, Pace> pace) {
    var sorted = new Paced<W>(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (var row : rows) {
      switch (pace.apply(row)) {
        case Pace.Ask ask -> sorted.asks.add(row);
        case Pace.Answered answered -> sorted.answers.add(row);
        case Pace.Rest rest -> sorted.rests.add(row);
      }
    }
    return sorted;
  }

  /** Whether any of them changes the row of what rests. */
  boolean changes() {
    return !answers.isEmpty() || !rests.isEmpty();
  }

  static Pace.Ask ask(Pace pace) {
    return (Pace.Ask) pace;
  }

  static Pace.Answered answer(Pace pace) {
    return (Pace.Answered) pace;
  }

  static Pace.Rest rest(Pace pace) {
    return (Pace.Rest) pace;
  }

  /** Why an act has to wait, for people. */
  static String why(boolean paused, Instant until) {
    return paused
        ? "the platform asked not to be called before %s".formatted(until)
        : "the platform asked for a pause until %s, and is called more and more as it answers"
            .formatted(until);
  }
}
