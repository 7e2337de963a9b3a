package io.ganglion.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.kernel.Json;
import java.math.BigDecimal;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a model may write, and what it may cost. */
@Tag("unit")
@org.junit.jupiter.api.Tag("unit")
class ChoiceTest {
  @Property
  void whatever_a_model_writes_is_an_object_that_can_be_stored_or_nothing(@ForAll String text) {
    new Choice("any", text)
        .parsed()
        .ifPresent(object -> assertThat(Json.canonical(object)).doesNotContain("\u0000"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "7",
        "{\"a\": 1e999999999}",
        "{\"a\": \"\\u0000\"}",
        "{\"\\ud800\": 1}",
        "{\"a\": 1, \"a\": 2}",
        "{\"a\": NaN}",
        "{\"a\":"
      })
  void what_can_t_be_sent_is_refused(String text) {
    assertThat(new Choice("any", text).parsed()).isEmpty();
    assertThat(new Choice("any", "{\"a\":".repeat(100) + "1" + "}".repeat(100)).parsed()).isEmpty();
  }

  @Property
  void what_a_server_claims_never_lowers_the_cost(
      @ForAll @LongRange(min = -10, max = 1_000_000_000L) long claimed) {
    var price =
        new Spending.Limit(
            "USD", BigDecimal.TEN, BigDecimal.TEN, Optional.of(BigDecimal.valueOf(1_000)));
    var spending = new Spending(price);
    spending.add(Json.object().put("prompt_tokens", claimed), "prompt", "answer");
    assertThat(spending.toJson().at("/cost/amount_minor").asLong()).isPositive();
  }
}
