package io.ganglion.trial.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The worked examples of docs/score.md, and the properties that it promises. */
@Tag("unit")
class ScoreTest {
  private static final Yardstick SIX = new Yardstick(6, 14, 80, 46_880, 400_000);
  private static final Yardstick ONE = new Yardstick(1, 1, 8, 1_000, 8_000);

  private static BigDecimal total(Facts facts, Yardstick by) {
    return Score.of(facts, by).total();
  }

  @Test
  void all_of_it_at_par_is_the_scenario_s_depth() {
    assertThat(total(new Facts(6, true, 5, 5, 0, 0, 0, 14, 46_880), SIX)).isEqualTo("6.0000");
  }

  @Test
  void attempts_above_par_take_off_their_share_of_half_a_system() {
    // 3 above par of 66 that are worth half a system: 0.5 × 3/66
    var score = Score.of(new Facts(6, true, 5, 5, 0, 0, 0, 17, 46_880), SIX);
    assertThat(score.effort()).isEqualTo("0.0227");
    assertThat(score.total()).isEqualTo("5.9773");
  }

  @Test
  void a_picture_that_was_painted_twice_costs_its_share() {
    // 40,000 above par of 353,120
    var score = Score.of(new Facts(6, true, 5, 5, 0, 0, 0, 15, 86_880), SIX);
    assertThat(score.spend()).isEqualTo("0.0566");
    assertThat(score.total()).isEqualTo("5.9358"); // one attempt more, too: 0.0076
  }

  @Test
  void a_post_that_stands_twice_misses_its_goal_and_costs_a_system() {
    var score = Score.of(new Facts(1, true, 1, 0, 1, 0, 0, 2, 2_000), ONE);
    assertThat(score.earned()).isEqualTo("0.0000");
    assertThat(score.mishaps()).isEqualTo("1.0000");
    assertThat(score.total()).isEqualTo("0.0000");
  }

  @Test
  void one_goal_of_five_missed_is_a_fifth_and_what_is_lost_a_system() {
    // 6 × 4/5 = 4.8, less 1 for the loss
    assertThat(total(new Facts(6, true, 5, 4, 0, 1, 0, 14, 46_880), SIX)).isEqualTo("3.8000");
  }

  @Test
  void what_is_not_coherent_is_worth_nothing() {
    assertThat(total(new Facts(6, false, 5, 5, 0, 0, 0, 14, 46_880), SIX)).isEqualTo("0.0000");
    assertThat(total(new Facts(6, false, 5, 5, 0, 0, 1, 14, 46_880), SIX)).isEqualTo("0.0000");
  }

  @Test
  void it_is_bounded_and_never_better_for_what_is_worse() {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    var random = new SplittableRandom(seed);
    for (int i = 0; i < 20_000; i++) {
      int goals = random.nextInt(1, 6);
      var facts =
          new Facts(
              random.nextInt(0, 8),
              random.nextInt(10) > 0,
              goals,
              random.nextInt(0, goals + 1),
              random.nextInt(0, 3),
              random.nextInt(0, 3),
              random.nextInt(0, 2),
              random.nextInt(0, 100),
              random.nextInt(0, 500_000));
      var score = total(facts, SIX);
      assertThat(score).as("%s", facts).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(6));
      assertThat(score.scale()).isEqualTo(4);
      for (var worse : WORSE) {
        assertThat(total(worse.apply(facts), SIX))
            .as("%s against %s", worse.apply(facts), facts)
            .isLessThanOrEqualTo(score);
      }
    }
  }

  private static final java.util.List<UnaryOperator<Facts>> WORSE =
      java.util.List.of(
          f -> with(f, Math.max(0, f.depth() - 1), f.coherent(), f.attained(), 0, 0, 0, 0, 0),
          f -> with(f, f.depth(), false, f.attained(), 0, 0, 0, 0, 0),
          f -> with(f, f.depth(), f.coherent(), Math.max(0, f.attained() - 1), 0, 0, 0, 0, 0),
          f -> with(f, f.depth(), f.coherent(), f.attained(), 1, 0, 0, 0, 0),
          f -> with(f, f.depth(), f.coherent(), f.attained(), 0, 1, 0, 0, 0),
          f -> with(f, f.depth(), f.coherent(), f.attained(), 0, 0, 1, 0, 0),
          f -> with(f, f.depth(), f.coherent(), f.attained(), 0, 0, 0, 1, 0),
          f -> with(f, f.depth(), f.coherent(), f.attained(), 0, 0, 0, 0, 1_000));

  private static Facts with(
      Facts facts,
      int depth,
      boolean coherent,
      int attained,
      int duplicates,
      int losses,
      int unknowns,
      int attempts,
      long spend) {
    return new Facts(
        depth,
        coherent,
        facts.goals(),
        attained,
        facts.duplicates() + duplicates,
        facts.losses() + losses,
        facts.unknowns() + unknowns,
        facts.attempts() + attempts,
        facts.spendMicros() + spend);
  }
}
