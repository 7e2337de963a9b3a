package io.ganglion.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ganglion.kernel.Json;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class DurationsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      textBlock =
          """
          "PT0S"              § PT0S
          "PT5S"              § PT5S
          "PT0.5S"            § PT0.5S
          "PT1.000000001S"    § PT1.000000001S
          "PT2.4810001850128174S" § PT2.481000185S
          "PT15M"             § PT15M
          "PT1H30M"           § PT1H30M
          "P1DT2H3M4.5S"      § PT26H3M4.5S
          "P2W"               § PT336H
          "P366D"             § PT8784H
          "PT0.5H"            § PT30M
          "PT1.5M"            § PT1M30S
          "P1.5D"             § PT36H
          "P0.5W"             § PT84H
          "P1Y"               § PT8760H
          "P2M"               § PT1440H
          "P1M1W1DT1H"        § PT913H
          {"minutes": 5}      § PT5M
          {"days": 1, "hours": 2, "minutes": 3, "seconds": 4, "milliseconds": 5} § PT26H3M4.005S
          {"seconds": 0}      § PT0S
          {"seconds": 5.0}    § PT5S
          """)
  void a_duration_is_read(String value, Duration expected) {
    assertThat(Durations.of(Json.read(value))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"\"",
        "\"P\"",
        "\"PT\"",
        "\"P1DT\"",
        "\"5s\"",
        "\"PT5\"",
        "\"P2Y\"",
        "\"P13M\"",
        "\"P999999999Y\"",
        "\"PT.5H\"",
        "\"PT1,5H\"",
        "\"-PT5S\"",
        "\"PT-5S\"",
        "\"P367D\"",
        "\"PT9999999999S\"",
        "\"pt5s\"",
        "\"PT5S \"",
        "\"P1D2H\"",
        "{}",
        "{\"second\": 1}",
        "{\"seconds\": -1}",
        "{\"seconds\": 1.5}",
        "{\"seconds\": \"1\"}",
        "{\"days\": 367}",
        "{\"days\": 1e300}",
        "{\"hours\": 99999999999999999999}",
        "5",
        "null",
        "[]",
        "true",
      })
  void what_is_no_duration_is_refused_with_a_sentence(String value) {
    assertThatThrownBy(() -> Durations.of(Json.read(value)))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .hasSizeGreaterThan(20);
  }
}
