package io.ganglion.connector.x;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("unit")
class PostLengthTest {
  @ParameterizedTest
  @CsvSource({
    "hello, 5",
    "héllo, 5",
    "日本, 4",
    "한글, 4",
    "😀, 2",
    "👩‍👩‍👧‍👦, 2",
    "❤️, 2",
    "🇩🇪, 2",
    "“quotes” — and… more, 21",
    "see https://example.com/a/very/long/path?with=query, 27",
    "see example.com, 27",
    "a.b, 3",
    "https://a.example http://b.example, 47"
  })
  void counts_as_x_does(String text, int length) {
    assertThat(PostLength.of(text)).isEqualTo(length);
  }

  @Test
  void a_letter_in_two_code_points_counts_once() {
    assertThat(PostLength.of("e\u0301")).isEqualTo(1);
  }
}
