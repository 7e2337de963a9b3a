package io.ganglion.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Rows as JSON objects; times are RFC 3339 in UTC with milliseconds. */
final class Rows {
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  /** RFC 8785 writes numbers as doubles: greater ones would not all be told apart. */
  private static final long EXACT = (1L << 53) - 1;

  private Rows() {}

  static ObjectNode write(Row row) {
    var json = JsonNodeFactory.instance.objectNode();
    return switch (row) {
      case Row.Hold hold -> hold(json.put("kind", "hold"), hold);
      case Row.Capacity capacity -> capacity(json.put("kind", "capacity"), capacity);
      case Row.Plan plan ->
          terms(json.put("kind", "plan").put("at", time(plan.at())), plan.terms());
      case Row.Credit credit ->
          json.put("kind", "credit")
              .put("at", time(credit.at()))
              .put("month", credit.month().toString())
              .put("amount_minor", exact(credit.amountMinor()))
              .put("currency", credit.currency())
              .put("reason", credit.reason());
    };
  }

  private static ObjectNode hold(ObjectNode json, Row.Hold hold) {
    return json.put("run", hold.run())
        .put("agent", hold.agent())
        .put("workflow", hold.workflow())
        .put("connector", hold.connector())
        .put("system", hold.system())
        .put("weight", hold.weight())
        .put("opened", time(hold.opened()))
        .put("closed", time(hold.closed()))
        .put("close_reason", hold.reason())
        .put("zero_rate", hold.zeroRate())
        .put("fence", exact(hold.fence()));
  }

  private static ObjectNode capacity(ObjectNode json, Row.Capacity capacity) {
    var cap = capacity.burstCapMinor();
    return json.put("at", time(capacity.at()))
        .put("k", capacity.k())
        .put("burst", capacity.burst())
        .put("burst_cap_minor", cap == null ? null : Long.valueOf(exact(cap)));
  }

  private static ObjectNode terms(ObjectNode json, Terms terms) {
    var trial = terms.trialEnds();
    return json.put("plan", terms.plan())
        .put("prices", terms.prices())
        .put("interval", terms.interval().name().toLowerCase(Locale.ROOT))
        .put("fee_minor", exact(terms.feeMinor()))
        .put("currency", terms.currency())
        .put("burst_minor", exact(terms.burstMinor()))
        .put("trial_ends", trial == null ? null : time(trial));
  }

  /**
   * @throws IllegalArgumentException if it is no row
   */
  static Row read(JsonNode json) {
    return switch (text(json, "kind")) {
      case "hold" ->
          new Row.Hold(
              text(json, "run"),
              optional(json, "agent"),
              optional(json, "workflow"),
              text(json, "connector"),
              text(json, "system"),
              Math.toIntExact(whole(json, "weight")),
              instant(json, "opened"),
              instant(json, "closed"),
              text(json, "close_reason"),
              optional(json, "zero_rate"),
              whole(json, "fence"));
      case "capacity" ->
          new Row.Capacity(
              instant(json, "at"),
              Math.toIntExact(whole(json, "k")),
              json.path("burst").asBoolean(),
              json.path("burst_cap_minor").isNumber() ? whole(json, "burst_cap_minor") : null);
      case "plan" -> new Row.Plan(instant(json, "at"), terms(json));
      case "credit" ->
          new Row.Credit(
              instant(json, "at"),
              YearMonth.parse(text(json, "month")),
              whole(json, "amount_minor"),
              text(json, "currency"),
              text(json, "reason"));
      default -> throw new IllegalArgumentException("'kind' is " + json.path("kind"));
    };
  }

  private static Terms terms(JsonNode json) {
    return new Terms(
        text(json, "plan"),
        text(json, "prices"),
        Terms.Interval.valueOf(text(json, "interval").toUpperCase(Locale.ROOT)),
        whole(json, "fee_minor"),
        text(json, "currency"),
        whole(json, "burst_minor"),
        json.path("trial_ends").isTextual() ? instant(json, "trial_ends") : null);
  }

  static String time(Instant at) {
    return MILLIS.format(at);
  }

  private static String text(JsonNode json, String name) {
    var value = json.path(name);
    if (!value.isTextual()) {
      throw new IllegalArgumentException("'%s' is missing".formatted(name));
    }
    return value.asText();
  }

  private static @Nullable String optional(JsonNode json, String name) {
    return json.path(name).textValue();
  }

  private static Instant instant(JsonNode json, String name) {
    return Instant.parse(text(json, name));
  }

  private static long whole(JsonNode json, String name) {
    var value = json.path(name);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw new IllegalArgumentException("'%s' is no whole number".formatted(name));
    }
    return exact(value.longValue());
  }

  private static long exact(long number) {
    if (Math.abs(number) > EXACT) {
      throw new IllegalArgumentException("%d is too great a number".formatted(number));
    }
    return number;
  }
}
