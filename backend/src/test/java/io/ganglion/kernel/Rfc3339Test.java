package io.ganglion.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class Rfc3339Test {
  @ParameterizedTest
  @CsvSource({
    "0001-01-01T00:00:00Z, 0001-01-01T00:00:00.000Z",
    "9999-12-31T23:59:59.999999999Z, 9999-12-31T23:59:59.999Z",
    "2026-11-29T10:00:00.512386Z, 2026-11-29T10:00:00.512Z",
    "2026-11-29T10:00:00+02:00, 2026-11-29T08:00:00.000Z"
  })
  void a_time_is_read_and_written_in_utc_with_milliseconds(String text, String written) {
    assertThat(Rfc3339.write(Rfc3339.read(text))).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+294277-01-01T00:00:00Z",
        "+999999999-12-31T23:59:59Z",
        "0000-12-31T23:59:59Z",
        "-0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59-01:00",
        "2026-11-29",
        "now",
        ""
      })
  void a_time_without_a_year_of_four_digits_is_none(String text) {
    assertThatThrownBy(() -> Rfc3339.read(text)).isInstanceOf(DateTimeException.class);
  }

  @Test
  void a_time_that_can_be_kept_stays_as_it_is() {
    var time = Instant.parse("2026-11-29T10:00:00.123456789Z");
    assertThat(Rfc3339.kept(time)).isEqualTo(time);
  }
}
