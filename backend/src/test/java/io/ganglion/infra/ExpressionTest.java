package io.ganglion.infra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class ExpressionTest {
  @Test
  void metrics_are_told_from_functions_labels_and_texts() {
    assertThat(
            new Expression(
                    "topk(10, sum by (method, uri) (rate(a_seconds_sum{x=\"b_c\"}[5m])) / sum(c_total) > 0) and absent(d >= 0)")
                .metrics())
        .containsExactly("a_seconds_sum", "c_total", "d");
  }
}
