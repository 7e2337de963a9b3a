package io.ganglion.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PricesTest {
  private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");
  private static final String LISTS =
      """
      {"versions": [
        {"version": "new", "from": "2026-06-01T00:00:00Z", "currency": "EUR", "plans": [
          {"name": "free", "title": "Free", "k": 5, "month_minor": 0, "year_minor": 0, "history_days": %d},
          {"name": "team", "title": "Team", "history_days": 60}]},
        {"version": "old", "from": "2026-01-01T00:00:00Z", "currency": "EUR", "plans": [
          {"name": "free", "title": "Free", "k": 5, "month_minor": 0, "year_minor": 0},
          {"name": "team", "title": "Team", "history_days": 90}]}]}
      """;

  private static Prices prices(int days) throws IOException {
    return new Prices(Prices.parse(LISTS.formatted(days).getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void history_is_that_of_the_list_that_was_agreed_to() throws IOException {
    assertThat(prices(30).history("team", "old", NOW)).contains(Duration.ofDays(90));
    assertThat(prices(30).history("team", "new", NOW)).contains(Duration.ofDays(60));
    assertThat(prices(30).history(null, null, NOW)).contains(Duration.ofDays(30));
  }

  @Test
  void what_no_list_says_is_kept() throws IOException {
    assertThat(prices(30).history("free", "old", NOW)).isEmpty();
    assertThat(prices(30).history("gone", "new", NOW)).isEmpty();
    assertThat(prices(30).history("team", "gone", NOW)).isEmpty();
  }

  @Test
  void less_than_a_week_is_no_history() {
    assertThatThrownBy(() -> prices(6)).hasMessageContaining("history_days is below 7");
  }
}
