package io.ganglion.lab.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.trial.score.Majority;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The quorum experiment: N weak models of a stated accuracy against what the binomial says of them,
 * and against one stronger model at the same price. Each question has a key of its own.
 */
@Tag("unit")
class QuorumTest {
  private static final int QUESTIONS = 1_000;
  private static final List<String> CHOICES = List.of("left", "right");

  private static String prompt(int question) {
    return "user: Which one?\n- left\n- right\nkey: q" + question;
  }

  private static WeakModel model(int accuracy, int number) {
    return WeakModel.named("lab-p%d-%d".formatted(accuracy, number)).orElseThrow();
  }

  private static String majority(int n, int accuracy, int question) {
    var votes = new HashMap<String, Integer>();
    for (int i = 1; i <= n; i++) {
      votes.merge(Answers.by(model(accuracy, i), 0, prompt(question)), 1, Integer::sum);
    }
    return votes.getOrDefault("left", 0) > n / 2 ? "left" : "right";
  }

  private static double measured(int n, int accuracy) {
    int right = 0;
    for (int question = 0; question < QUESTIONS; question++) {
      var answer = Answers.right("q" + question, CHOICES);
      right += majority(n, accuracy, question).equals(answer) ? 1 : 0;
    }
    return right / (double) QUESTIONS;
  }

  @Test
  void as_many_are_right_as_the_binomial_predicts() {
    System.out.println("  n  accuracy  measured          predicted");
    for (int n : new int[] {1, 5, 15, 63}) {
      for (int accuracy : new int[] {55, 60, 65}) {
        double measured = measured(n, accuracy);
        double predicted = Majority.right(n, accuracy / 100.0);
        double half = Majority.halfWidth(measured, QUESTIONS);
        System.out.printf(
            "%3d      %.2f  %.4f ± %.4f   %.4f%n", n, accuracy / 100.0, measured, half, predicted);
        // twice the interval: of twelve, one may well be outside of its own
        assertThat(measured).isBetween(predicted - 2 * half, predicted + 2 * half);
      }
    }
  }

  @Test
  void a_swarm_beats_the_stronger_model_at_its_price_from_sixty_percent_on_and_not_at_fifty_five() {
    var strong = model(90, 1);
    int sixty = odd(strong.costMicros() / model(60, 1).costMicros());
    int fiftyFive = odd(strong.costMicros() / model(55, 1).costMicros());
    assertThat(sixty).isEqualTo(63);
    assertThat(fiftyFive).isEqualTo(127);
    double alone = measured(1, 90);
    assertThat(measured(sixty, 60)).isGreaterThan(alone);
    assertThat(Majority.right(sixty, 0.60)).isGreaterThan(0.9);
    assertThat(measured(fiftyFive, 55)).isLessThan(alone);
    assertThat(Majority.right(fiftyFive, 0.55)).isLessThan(0.9);
  }

  private static int odd(long n) {
    return (int) (n % 2 == 0 ? n - 1 : n);
  }

  @Test
  void the_key_decides_and_not_what_is_written_around_it() {
    var one = "user: Which one?\n- left\n- right\nkey: same";
    var other = "system: Be brief.\nuser: Choose!\n- right\n- left\nkey: same";
    for (int i = 1; i <= 200; i++) {
      assertThat(Answers.by(model(60, i), 0, one)).isEqualTo(Answers.by(model(60, i), 0, other));
    }
  }
}
