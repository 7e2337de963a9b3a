package io.ganglion.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class SemanticVersionTest {
  /** Item 11 of the specification, with more around it. */
  private static final List<String> ORDERED =
      List.of(
          "0.9.10",
          "1.0.0-1",
          "1.0.0-alpha",
          "1.0.0-alpha.1",
          "1.0.0-alpha.beta",
          "1.0.0-beta",
          "1.0.0-beta.2",
          "1.0.0-beta.11",
          "1.0.0-rc.1",
          "1.0.0",
          "1.2.0",
          "1.10.0",
          "2.0.0",
          "99999999999999999999.0.0");

  @Test
  void versions_are_ordered_as_the_specification_says() {
    var shuffled = new ArrayList<>(ORDERED);
    Collections.shuffle(shuffled, new Random(7));
    shuffled.sort(Comparator.comparing(SemanticVersion::of));
    assertThat(shuffled).isEqualTo(ORDERED);
  }

  @Test
  void build_metadata_decides_nothing() {
    assertThat(SemanticVersion.of("1.0.0+a-b.1"))
        .isEqualByComparingTo(SemanticVersion.of("1.0.0+zz"));
  }
}
