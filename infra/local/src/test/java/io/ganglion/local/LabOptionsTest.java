package io.ganglion.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class LabOptionsTest {
  @Test
  void a_scenario_alone_is_its_reference_on_one_seed() {
    assertThat(LabOptions.parse(List.of("one-post")))
        .isEqualTo(new LabOptions("one-post", Optional.empty(), 1, 1));
  }

  @Test
  void a_file_and_numbers_come_in_any_order() {
    assertThat(LabOptions.parse(List.of("one-post", "--seeds", "100", "mine.yaml", "--seed", "7")))
        .isEqualTo(new LabOptions("one-post", Optional.of(Path.of("mine.yaml")), 100, 7));
  }

  @Test
  void what_it_does_not_know_is_refused() {
    for (var wrong :
        List.of(
            List.of("one-post", "--seeds"),
            List.of("one-post", "--seeds", "0"),
            List.of("one-post", "--seeds", "many"),
            List.of("one-post", "--fast"),
            List.of("one-post", "a.yaml", "b.yaml"))) {
      assertThatThrownBy(() -> LabOptions.parse(wrong))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void the_binomial_is_condorcet_s() {
    assertThat(Binomial.right(3, 0.6))
        .isCloseTo(0.648, org.assertj.core.api.Assertions.within(1e-9));
    assertThat(Binomial.right(63, 0.6))
        .isCloseTo(0.9463, org.assertj.core.api.Assertions.within(1e-4));
  }
}
