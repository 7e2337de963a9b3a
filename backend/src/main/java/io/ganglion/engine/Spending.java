package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.coordination.Price;
import io.ganglion.kernel.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** What a model has cost so far, by the tokens its server counts and the price it was given. */
final class Spending {
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  /**
   * Prices of a million tokens and what may be spent, in minor units of a currency.
   *
   * @param most empty: whatever it costs
   */
  record Limit(String currency, BigDecimal input, BigDecimal output, Optional<BigDecimal> most) {
    private BigDecimal cost(long prompted, long completed) {
      return input
          .multiply(BigDecimal.valueOf(prompted))
          .add(output.multiply(BigDecimal.valueOf(completed)))
          .divide(MILLION, 6, RoundingMode.UP);
    }
  }

  private final Limit limit;
  private long prompted;
  private long completed;

  Spending(Limit limit) {
    this.limit = limit;
  }

  /**
   * Whether one more answer may cost more than is left.
   *
   * @param prompt all that the model will read
   */
  boolean exceededBy(String prompt, int maxTokens) {
    var then = limit.cost(prompted + Price.tokens(prompt), completed + maxTokens);
    return limit.most.filter(most -> then.compareTo(most) > 0).isPresent();
  }

  /** Counts an answer. */
  void add(JsonNode usage, String prompt, String answer) {
    prompted += counted(usage.path("prompt_tokens"), prompt);
    completed += counted(usage.path("completion_tokens"), answer);
  }

  private static long counted(JsonNode claimed, String text) {
    boolean credible =
        claimed.canConvertToLong()
            && claimed.longValue() >= 0
            && claimed.longValue() <= Price.MAX_TOKENS;
    return credible ? claimed.longValue() : Price.tokens(text);
  }

  /** Tokens, and the cost in whole minor units, rounded up; null where there is no price. */
  ObjectNode toJson() {
    var json = Json.object();
    json.putObject("tokens").put("input", prompted).put("output", completed);
    if (limit.currency.isEmpty()) {
      return json.putNull("cost");
    }
    json.putObject("cost")
        .put(
            "amount_minor",
            limit.cost(prompted, completed).setScale(0, RoundingMode.CEILING).longValueExact())
        .put("currency", limit.currency);
    return json;
  }
}
