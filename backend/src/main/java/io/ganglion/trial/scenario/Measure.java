package io.ganglion.trial.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A number that the platforms' journals say. */
public sealed interface Measure {
  /**
   * How many there are: those that came to be less those that were taken back.
   *
   * @param less the kind of taking back; empty where nothing does
   */
  record Count(Pick made, Optional<String> less) implements Measure {}

  /**
   * A sum over entries.
   *
   * @param of pointer to a decimal number
   * @param sign pointer to what says whether it is added
   * @param plus where it says so, it is; else it is taken away
   */
  record Sum(Pick made, String of, String sign, String plus) implements Measure {}

  /** How many of some counts are missing where some are there: 0 where all are, or none is. */
  record Together(List<Count> counts) implements Measure {
    public Together {
      counts = List.copyOf(counts);
    }
  }

  /**
   * Which entries.
   *
   * @param where a text for each pointer; {@code $name} stands for what was drawn
   */
  record Pick(String part, String kind, Map<String, String> where) {
    public Pick {
      where = Map.copyOf(where);
    }

    private Pick ofKind(String other) {
      return new Pick(part, other, where);
    }

    private List<Happened> from(List<Happened> all, JsonNode values) {
      return all.stream().filter(one -> takes(one, values)).toList();
    }

    private boolean takes(Happened one, JsonNode values) {
      return one.part().equals(part)
          && one.kind().equals(kind)
          && where.entrySet().stream()
              .allMatch(
                  wanted ->
                      one.payload()
                          .at(wanted.getKey())
                          .asText()
                          .equals(resolve(wanted.getValue(), values)));
    }

    /** What a text of a scenario stands for. */
    static String resolve(String text, JsonNode values) {
      return text.startsWith("$") ? values.path(text.substring(1)).asText() : text;
    }
  }

  /** What it comes to. */
  default BigDecimal of(List<Happened> all, JsonNode values) {
    return switch (this) {
      case Count count ->
          BigDecimal.valueOf(
              (long) count.made.from(all, values).size()
                  - count
                      .less
                      .map(kind -> count.made.ofKind(kind).from(all, values).size())
                      .orElse(0));
      case Sum sum ->
          sum.made.from(all, values).stream()
              .map(one -> signed(sum, one.payload()))
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      case Together together -> {
        long there =
            together.counts.stream().filter(one -> one.of(all, values).signum() > 0).count();
        yield BigDecimal.valueOf(there == 0 ? 0 : together.counts.size() - there);
      }
    };
  }

  private static BigDecimal signed(Sum sum, JsonNode payload) {
    var number = new BigDecimal(payload.at(sum.of).asText("0"));
    return payload.at(sum.sign).asText().equals(sum.plus) ? number : number.negate();
  }
}
