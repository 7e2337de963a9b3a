package io.ganglion.api.connection;

import io.ganglion.api.Pointers;
import io.ganglion.connection.Prices;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.Problem.Violation;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the platform takes, in minor units of the currency, with at most six decimals. Without a
 * currency nothing is counted.
 */
@Schema(name = "Prices")
public record PricesBody(
    @Schema(description = "ISO 4217; null: nothing is counted", examples = "USD")
        @Nullable String currency,
    @Schema(
            description = "For each act that landed, by action of the connection's connector",
            examples = "{\"createPost\": 1.5}")
        @Nullable Map<String, BigDecimal> calls,
    @Schema(description = "For a million tokens that a model reads", examples = "15")
        @Nullable BigDecimal input,
    @Schema(description = "For a million tokens that it writes", examples = "60")
        @Nullable BigDecimal output) {

  /**
   * The prices; empty: nothing is counted.
   *
   * @param actions names of those that the connection's connector offers
   */
  Optional<Prices> prices(Set<String> actions) {
    var each = Objects.requireNonNullElse(calls, Map.<String, BigDecimal>of());
    if (currency == null) {
      if (!each.isEmpty() || input != null || output != null) {
        throw new InvalidRequest("/currency", "say in which currency, e.g. USD");
      }
      return Optional.empty();
    }
    if (each.size() > 100 || each.values().stream().anyMatch(Objects::isNull)) {
      throw new InvalidRequest("/calls", "send at most 100 actions, each with its price");
    }
    var unknown =
        each.keySet().stream()
            .filter(action -> !actions.contains(action))
            .map(PricesBody::unknown)
            .toList();
    if (!unknown.isEmpty()) {
      throw new InvalidRequest(unknown);
    }
    return Optional.of(
        new Prices(
            currency,
            each,
            Objects.requireNonNullElse(input, BigDecimal.ZERO),
            Objects.requireNonNullElse(output, BigDecimal.ZERO)));
  }

  private static Violation unknown(String action) {
    return new Violation(
        "/calls/" + Pointers.escape(action),
        "the connector has no such action; GET /connectors lists them");
  }

  static PricesBody of(Prices prices) {
    return new PricesBody(prices.currency(), prices.calls(), prices.input(), prices.output());
  }
}
