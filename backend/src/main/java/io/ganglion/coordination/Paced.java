package io.ganglion.coordination;

import io.ganglion.db.Columns;
import io.ganglion.db.Parameters;
import io.ganglion.db.Statement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The rows of a batch by what they are. */
record Paced<W extends UpstreamWrite>(List<W> asks, List<W> answers, List<W> rests) {
  /** Binds the key of what rests, a column an array. */
  @FunctionalInterface
  interface Keys<W> {
    Columns<W> of(Parameters parameters, List<W> rows) throws SQLException;
  }

  static <W extends UpstreamWrite> Paced<W> of(List<W> rows) {
    var sorted = new Paced<W>(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (var row : rows) {
      switch (row.pace()) {
        case Pace.Ask ask -> sorted.asks.add(row);
        case Pace.Answered answered -> sorted.answers.add(row);
        case Pace.Rest rest -> sorted.rests.add(row);
      }
    }
    return sorted;
  }

  /**
   * What frees places, then what begins pauses; nothing for rows that only ask.
   *
   * @param answered as {@link Easing#answered} gives it
   * @param rest as {@link Easing#rests} gives it
   */
  List<Statement> changes(Keys<W> keys, String answered, String rest) {
    var statements = new ArrayList<Statement>();
    if (!answers.isEmpty()) {
      statements.add(
          Statement.plain(
              answered,
              parameters ->
                  keys.of(parameters, answers)
                      .with("text", row -> answer(row).until())
                      .with("bool", row -> answer(row).well())));
    }
    if (!rests.isEmpty()) {
      statements.add(
          Statement.plain(
              rest,
              parameters ->
                  keys.of(parameters, rests)
                      .with("text", row -> ((Pace.Rest) row.pace()).until())));
    }
    return statements;
  }

  private static Pace.Answered answer(UpstreamWrite row) {
    return (Pace.Answered) row.pace();
  }

  /** Lets an act's probe hear that it was let through. */
  static void let(UpstreamWrite ask, Instant until) {
    ((Pace.Ask) ask.pace()).probe().let(ask, until);
  }

  /** Why an act has to wait, for people. */
  static String why(boolean paused, Instant until) {
    return paused
        ? "the platform asked not to be called before %s".formatted(until)
        : "the platform asked for a pause until %s, and is called more and more as it answers"
            .formatted(until);
  }
}
