package io.ganglion.webhook.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import java.util.Locale;
import java.util.Optional;

/** What proves that a request is its sender's, beside the token in the address. */
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
    V0_TIMESTAMP_BODY
  }

  /** The written form of the kind. */
  default String kind() {
    return switch (this) {
      case Token t -> "token";
      case Standard s -> "standard";
      case Hmac h -> "hmac";
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
              Encoding.valueOf(settings.path("encoding").asText().toUpperCase(Locale.ROOT)),
              settings.path("prefix").asText(),
              Signs.valueOf(settings.path("signs").asText().toUpperCase(Locale.ROOT)),
              Optional.ofNullable(settings.path("timestamp_header").textValue()));
      default -> throw new IllegalArgumentException("no such verification: " + kind);
    };
  }

  /** The written form. */
  static String text(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
