package io.ganglion.trial.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;

/**
 * What is to be so at the platforms in the end; of an invariant, what must be so.
 *
 * @param name for people
 * @param least the measure is to be no less; a number, or {@code $name} of one; empty: no bound
 * @param most and no more
 */
public record Goal(String name, Measure measure, String least, String most) {
  private static final BigDecimal FAR = BigDecimal.valueOf(Integer.MAX_VALUE);

  /**
   * What came of it.
   *
   * @param found what was measured
   * @param attained whether that is within bounds
   * @param surplus whole ones too many, of a goal that counts
   * @param missing whole ones too few, of a goal that counts
   */
  public record Verdict(
      String name, BigDecimal found, boolean attained, int surplus, int missing) {}

  /**
   * Judges it.
   *
   * @param all what happened in the world
   * @param values what {@code $name} stands for
   */
  public Verdict judge(List<Happened> all, JsonNode values) {
    var found = measure.of(all, values);
    var floor = number(least, values, FAR.negate());
    var ceiling = number(most, values, FAR);
    boolean attained = found.compareTo(floor) >= 0 && found.compareTo(ceiling) <= 0;
    boolean counts = measure instanceof Measure.Count;
    return new Verdict(
        name,
        found,
        attained,
        counts ? whole(found.subtract(ceiling)) : 0,
        counts ? whole(floor.subtract(found)) : 0);
  }

  private static BigDecimal number(String bound, JsonNode values, BigDecimal otherwise) {
    return bound.isEmpty() ? otherwise : new BigDecimal(Measure.Pick.resolve(bound, values));
  }

  private static int whole(BigDecimal difference) {
    return Math.max(0, difference.intValue());
  }
}
