package io.ganglion.connection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.coordination.Price;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.Json;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the platform takes for acts through a connection, in minor units of a currency; at most six
 * digits after the point.
 *
 * @param calls by action: for each act that landed
 * @param input for a million tokens that a model reads
 * @param output for a million tokens that it writes
 */
public record Prices(
    String currency, Map<String, BigDecimal> calls, BigDecimal input, BigDecimal output) {
  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);
  private static final int SCALE = 6;

  public Prices {
    calls = Map.copyOf(calls);
    check("/currency", currency);
    calls.forEach((action, price) -> check("/calls/" + action, price));
    check("/input", input);
    check("/output", output);
  }

  private static void check(String pointer, String currency) {
    try {
      Currency.getInstance(currency);
    } catch (IllegalArgumentException e) {
      throw new InvalidRequest(pointer, "send a currency by its ISO 4217 code, such as USD");
    }
  }

  private static void check(String pointer, BigDecimal price) {
    if (price.signum() < 0
        || price.compareTo(MOST) > 0
        || price.stripTrailingZeros().scale() > SCALE) {
      throw new InvalidRequest(
          pointer, "send minor units from 0 to %s with at most %d decimals".formatted(MOST, SCALE));
    }
  }

  /** Of one action; empty where it costs nothing. */
  public Optional<Price> of(String action) {
    var call = calls.getOrDefault(action, BigDecimal.ZERO);
    boolean free = call.signum() == 0 && input.signum() == 0 && output.signum() == 0;
    return free ? Optional.empty() : Optional.of(new Price(currency, call, input, output));
  }

  JsonNode json() {
    var json = Json.object().put("currency", currency);
    var each = json.putObject("calls");
    calls.forEach(each::put);
    return json.put("input", input).put("output", output);
  }

  static Prices read(String text) {
    var json = (ObjectNode) Json.read(text);
    var calls = new HashMap<String, BigDecimal>();
    json.path("calls")
        .properties()
        .forEach(entry -> calls.put(entry.getKey(), entry.getValue().decimalValue()));
    return new Prices(
        json.path("currency").asText(),
        calls,
        json.path("input").decimalValue(),
        json.path("output").decimalValue());
  }
}
