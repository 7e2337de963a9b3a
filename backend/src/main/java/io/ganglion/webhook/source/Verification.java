package io.ganglion.webhook.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import java.util.Locale;
import java.util.Optional;

/**
 * What proves that a request is its sender's, beside the token in the address. Where it is a
 * platform's own, it also says how the platform's requests are read and answered.
 */
public sealed interface Verification {
  /** Nothing. */
  record Token() implements Verification {}

  /** Standard Webhooks, {@code v1}. */
  record Standard() implements Verification {}

  /**
   * An HMAC-SHA256 in a header.
   *
   * @param header that has it
   * @param encoding how it is written
   * @param prefix what stands before it, e.g. {@code sha256=}
   * @param signs what it is over
   * @param timestampHeader which says when it was sent, in seconds since 1970; empty: nothing does
   */
  record Hmac(
      String header,
      Encoding encoding,
      String prefix,
      Signs signs,
      Optional<String> timestampHeader)
      implements Verification {}

  /** Telegram: the source's secret in a header, as {@code setWebhook} was told it. */
  record Telegram() implements Verification {}

  /** Slack: its {@code v0} signature over timestamp and body. */
  record Slack() implements Verification {}

  /** Discord: Ed25519 over timestamp and body, by the application's public key. */
  record Discord() implements Verification {}

  /** X: an HMAC-SHA256 of the body by the app's consumer secret. */
  record X() implements Verification {}

  /**
   * As Stripe signs: {@code t=…,v1=…} in one header, an HMAC-SHA256 over the time, a dot and the
   * body.
   *
   * @param header that has it
   * @param encoding how it is written
   */
  record Stripe(String header, Encoding encoding) implements Verification {
    /** Stripe's own. */
    public static final Stripe USUAL = new Stripe("Stripe-Signature", Encoding.HEX);
  }

  /** How a signature is written. */
  enum Encoding {
    HEX,
    BASE64
  }

  /** What a signature is over. */
  enum Signs {
    /** The body. */
    BODY,
    /** The timestamp, a dot and the body. */
    TIMESTAMP_DOT_BODY,
    /** {@code v0:}, the timestamp, a colon and the body, as Slack has it. */
    V0_TIMESTAMP_BODY,
    /** The timestamp and the body, as Discord has it. */
    TIMESTAMP_BODY
  }

  /** The written form of the kind. */
  default String kind() {
    return switch (this) {
      case Token t -> "token";
      case Standard s -> "standard";
      case Hmac h -> "hmac";
      case Telegram t -> "telegram";
      case Slack s -> "slack";
      case Discord d -> "discord";
      case X x -> "x";
      case Stripe s -> "stripe";
    };
  }

  /**
   * What the types of a platform's events begin with, where its owner doesn't say; empty where they
   * have to.
   */
  default Optional<String> usualType() {
    return switch (this) {
      case Token t -> Optional.empty();
      case Standard s -> Optional.empty();
      case Hmac h -> Optional.empty();
      case Telegram t -> Optional.of("com.telegram.update");
      case Slack s -> Optional.of("com.slack");
      case Discord d -> Optional.of("com.discord");
      case X x -> Optional.of("com.x");
      case Stripe s -> Optional.of("com.stripe");
    };
  }

  /** Its settings, as they are kept. */
  default JsonNode settings() {
    return switch (this) {
      case Token t -> Json.object();
      case Standard s -> Json.object();
      case Hmac h ->
          Json.object()
              .put("header", h.header())
              .put("encoding", text(h.encoding()))
              .put("prefix", h.prefix())
              .put("signs", text(h.signs()))
              .put("timestamp_header", h.timestampHeader().orElse(null));
      case Telegram t -> Json.object();
      case Slack s -> Json.object();
      case Discord d -> Json.object();
      case X x -> Json.object();
      case Stripe s -> Json.object().put("header", s.header()).put("encoding", text(s.encoding()));
    };
  }

  /** Reads what {@link #kind} and {@link #settings} wrote. */
  static Verification of(String kind, JsonNode settings) {
    return switch (kind) {
      case "token" -> new Token();
      case "standard" -> new Standard();
      case "hmac" ->
          new Hmac(
              settings.path("header").asText(),
              encoding(settings),
              settings.path("prefix").asText(),
              Signs.valueOf(settings.path("signs").asText().toUpperCase(Locale.ROOT)),
              Optional.ofNullable(settings.path("timestamp_header").textValue()));
      case "telegram" -> new Telegram();
      case "slack" -> new Slack();
      case "discord" -> new Discord();
      case "x" -> new X();
      case "stripe" -> new Stripe(settings.path("header").asText(), encoding(settings));
      default -> throw new IllegalArgumentException("no such verification: " + kind);
    };
  }

  private static Encoding encoding(JsonNode settings) {
    return Encoding.valueOf(settings.path("encoding").asText().toUpperCase(Locale.ROOT));
  }

  /** The written form. */
  static String text(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
