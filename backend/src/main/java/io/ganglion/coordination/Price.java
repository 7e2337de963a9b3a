package io.ganglion.coordination;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What an action costs at its platform, as the tenant says: in minor units of a currency.
 *
 * @param call for each act that landed
 * @param input for a million tokens that a model reads
 * @param output for a million tokens that it writes
 */
public record Price(String currency, BigDecimal call, BigDecimal input, BigDecimal output) {
  /** Parts of a minor unit that are counted. */
  public static final int MICROS = 1_000_000;

  /** Text is taken to have a token for each of so many characters, where nobody has counted. */
  private static final int CHARACTERS_PER_TOKEN = 3;

  /** What a model may write that isn't told how much. */
  private static final int TOKENS_AT_MOST = 4_096;

  /** A server that claims more tokens for one answer is not believed. */
  public static final long MAX_TOKENS = 100_000_000;

  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  /** What an act may cost, in millionths of a minor unit. */
  public long most(JsonNode arguments) {
    long output = arguments.path("max_tokens").asLong(TOKENS_AT_MOST);
    return micros(read(arguments), Math.min(Math.max(0, output), MAX_TOKENS));
  }

  /** What an act has cost that landed, in millionths of a minor unit. */
  public long of(JsonNode arguments, JsonNode output) {
    var usage = output.path("usage");
    long read = counted(usage, "prompt_tokens", "input_tokens", read(arguments));
    long written =
        counted(usage, "completion_tokens", "output_tokens", tokens(output.path("text").asText()));
    return micros(read, written);
  }

  private static long counted(JsonNode usage, String name, String other, long otherwise) {
    var told = usage.hasNonNull(name) ? usage.path(name) : usage.path(other);
    boolean believed = told.isIntegralNumber() && told.asLong() >= 0 && told.asLong() <= MAX_TOKENS;
    return believed ? told.asLong() : otherwise;
  }

  private long read(JsonNode arguments) {
    return input.signum() == 0 ? 0 : tokens(Json.write(arguments));
  }

  /** Of a text that nobody has counted, rounded up. */
  public static long tokens(String text) {
    return Math.ceilDiv(text.length(), CHARACTERS_PER_TOKEN);
  }

  private long micros(long read, long written) {
    return input
        .multiply(BigDecimal.valueOf(read))
        .add(output.multiply(BigDecimal.valueOf(written)))
        .divide(MILLION, 6, RoundingMode.UP)
        .add(call)
        .multiply(BigDecimal.valueOf(MICROS))
        .setScale(0, RoundingMode.UP)
        .longValueExact();
  }
}
