package io.ganglion.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("unit")
class GlobTest {
  @ParameterizedTest
  @CsvSource({
    "x.createPost, x.createPost, true",
    "x.createPost, x.createPosts, false",
    "x.*, x.createPost, true",
    "x.*, xy.createPost, false",
    "*, x.createPost, true",
    "*.create*, instagram.createPost, true",
    "*.create*, x.deletePost, false",
    "x.*Post, x.createPostPost, true",
    "x.*Post, x.createPosts, false",
    "x.**, x., true",
    "x.a, x.b, false"
  })
  void a_star_stands_for_any_characters(String pattern, String text, boolean matches) {
    assertThat(Glob.matches(pattern, text)).isEqualTo(matches);
  }

  @Test
  void many_stars_take_no_long_time() {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(2),
        () -> assertThat(Glob.matches("a*".repeat(50), "a".repeat(5_000) + "b")).isTrue());
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(2),
        () -> assertThat(Glob.matches("a*".repeat(50) + "c", "a".repeat(5_000))).isFalse());
  }
}
