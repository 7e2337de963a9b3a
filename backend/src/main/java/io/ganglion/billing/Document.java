package io.ganglion.billing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an invoice or credit note says; it never changes once it is issued. Amounts are minor units
 * of the currency.
 *
 * @param reason of a credit note
 * @param payment how to pay
 */
public record Document(
    Party issuer,
    Party customer,
    String currency,
    List<Line> lines,
    long netMinor,
    Tax tax,
    Usage usage,
    @Nullable String reason,
    @Nullable String payment) {
  private static final ObjectMapper STORED =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  public Document {
    lines = List.copyOf(lines);
  }

  /**
   * @param address lines parted by line feeds; empty: none
   */
  public record Party(String name, String address, @Nullable String taxId) {}

  /**
   * One thing to pay.
   *
   * @param kind {@code fee}, {@code refund}, {@code burst}, {@code cap} or {@code credit}
   * @param text for people
   * @param quantity in {@code unit}: seconds, hundredths of a CU-hour, or pieces
   */
  public record Line(
      String kind, String text, Instant from, Instant to, long quantity, String unit, long minor) {}

  /** What was held in the month; times in depth-milliseconds. */
  public record Usage(long recordedMs, long billableMs, long burstMs, List<Held> held) {
    static final Usage NONE = new Usage(0, 0, 0, List.of());

    public Usage {
      held = List.copyOf(held);
    }
  }

  /**
   * What one agent's runs held of one system.
   *
   * @param agent null for runs without one, and for the row of all that is not told by itself
   * @param system as above
   * @param label of the system, for people
   */
  public record Held(
      @Nullable String agent,
      @Nullable String agentName,
      String connector,
      @Nullable String system,
      String label,
      long recordedMs,
      long billableMs) {}

  public long totalMinor() {
    return netMinor + tax.amountMinor();
  }

  String stored() {
    try {
      return STORED.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static Document read(String stored) {
    try {
      return STORED.readValue(stored, Document.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored invoice can't be read", e);
    }
  }
}
