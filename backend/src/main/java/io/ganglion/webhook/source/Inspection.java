package io.ganglion.webhook.source;

import com.google.crypto.tink.subtle.Ed25519Verify;
import io.ganglion.webhook.SigningKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a request is what its sender sent, and lately; and which event it is. Pure.
 *
 * @param keys any of them will do
 * @param tolerance how far its timestamp may be from now
 */
record Inspection(
    Verification verification, List<SigningKey> keys, Duration tolerance, Instant now) {
  private static final String ID = "webhook-id";
  private static final String TIMESTAMP = "webhook-timestamp";
  private static final String SIGNATURE = "webhook-signature";
  private static final int MAX_DIGITS = 12;

  private static final String TELEGRAM = "X-Telegram-Bot-Api-Secret-Token";
  private static final Verification.Hmac SLACK =
      new Verification.Hmac(
          "X-Slack-Signature",
          Verification.Encoding.HEX,
          "v0=",
          Verification.Signs.V0_TIMESTAMP_BODY,
          Optional.of("X-Slack-Request-Timestamp"));
  private static final Verification.Hmac X =
      new Verification.Hmac(
          "x-twitter-webhooks-signature",
          Verification.Encoding.BASE64,
          "sha256=",
          Verification.Signs.BODY,
          Optional.empty());

  /**
   * Checks it.
   *
   * @return what names the event where its sender signs a name; else the bytes that were signed
   *     name it, by their hash
   * @throws SourceProblem for whatever is not proven, or is stale
   */
  String check(Request request) {
    return switch (verification) {
      case Verification.Token t -> hash(request.body());
      case Verification.Standard s -> standard(request);
      case Verification.Hmac h -> hmac(h, request);
      case Verification.Telegram t -> telegram(request);
      case Verification.Slack s -> {
        hmac(SLACK, request); // its hash has the time, which another try has anew
        yield hash(request.body());
      }
      case Verification.Discord d -> discord(request);
      case Verification.X x -> hmac(X, request);
      case Verification.Stripe s -> stripe(s, request);
    };
  }

  /** Telegram doesn't sign: it repeats a secret that it was told. */
  private String telegram(Request request) {
    var sent = needed(request, TELEGRAM).getBytes(StandardCharsets.UTF_8);
    boolean right = false;
    for (var key : keys) {
      right |= MessageDigest.isEqual(key.bytes(), sent);
    }
    if (!right) {
      throw SourceProblem.forged();
    }
    return hash(request.body());
  }

  private String discord(Request request) {
    var sent = needed(request, "X-Signature-Ed25519");
    var at = needed(request, "X-Signature-Timestamp");
    var content = content(Verification.Signs.TIMESTAMP_BODY, at, request.body());
    if (keys.stream().noneMatch(key -> signed(key.bytes(), sent, content))) {
      throw SourceProblem.forged();
    }
    timely(at);
    return hash(request.body());
  }

  private static boolean signed(byte[] publicKey, String signature, byte[] content) {
    try {
      new Ed25519Verify(publicKey).verify(HexFormat.of().parseHex(signature), content);
      return true;
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  /** Of a header with several signatures, while its sender changes its secret, one will do. */
  private String stripe(Verification.Stripe how, Request request) {
    var parts = List.of(needed(request, how.header()).split(",", -1));
    var at = values(parts, "t").findFirst().orElse("");
    var content = content(Verification.Signs.TIMESTAMP_DOT_BODY, at, request.body());
    var sent = values(parts, "v1").toList();
    boolean right = false;
    for (var key : keys) {
      var expected = written(how.encoding(), SigningKey.hmac(key.bytes(), content));
      for (var one : sent) {
        right |=
            MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), one.getBytes(StandardCharsets.UTF_8));
      }
    }
    if (!right) {
      throw SourceProblem.forged();
    }
    timely(at);
    return hash(request.body());
  }

  private static Stream<String> values(List<String> parts, String name) {
    var start = name + "=";
    return parts.stream()
        .map(String::strip)
        .filter(part -> part.startsWith(start))
        .map(part -> part.substring(start.length()));
  }

  private String standard(Request request) {
    var id = needed(request, ID);
    var at = needed(request, TIMESTAMP);
    var signatures = needed(request, SIGNATURE);
    boolean right = false;
    for (var key : keys) {
      right |= key.verifies(id, at, request.body(), signatures);
    }
    if (!right) {
      throw SourceProblem.forged();
    }
    timely(at);
    return id;
  }

  private String hmac(Verification.Hmac how, Request request) {
    var sent = needed(request, how.header());
    var at = how.timestampHeader().map(name -> needed(request, name)).orElse("");
    var content = content(how.signs(), at, request.body());
    boolean right = false;
    for (var key : keys) {
      var expected = how.prefix() + written(how.encoding(), SigningKey.hmac(key.bytes(), content));
      right |=
          MessageDigest.isEqual(
              expected.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }
    if (!right) {
      throw SourceProblem.forged();
    }
    if (how.timestampHeader().isPresent()) {
      timely(at);
    }
    return hash(content);
  }

  private static byte[] content(Verification.Signs signs, String at, byte[] body) {
    var head =
        switch (signs) {
          case BODY -> "";
          case TIMESTAMP_DOT_BODY -> at + ".";
          case V0_TIMESTAMP_BODY -> "v0:" + at + ":";
          case TIMESTAMP_BODY -> at;
        };
    var start = head.getBytes(StandardCharsets.UTF_8);
    var content = new byte[start.length + body.length];
    System.arraycopy(start, 0, content, 0, start.length);
    System.arraycopy(body, 0, content, start.length, body.length);
    return content;
  }

  private static String written(Verification.Encoding encoding, byte[] mac) {
    return switch (encoding) {
      case HEX -> HexFormat.of().formatHex(mac);
      case BASE64 -> Base64.getEncoder().encodeToString(mac);
    };
  }

  private void timely(String seconds) {
    boolean number =
        !seconds.isEmpty()
            && seconds.length() <= MAX_DIGITS
            && seconds.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!number) {
      throw SourceProblem.stale(tolerance);
    }
    var at = Instant.ofEpochSecond(Long.parseLong(seconds));
    if (Duration.between(at, now).abs().compareTo(tolerance) > 0) {
      throw SourceProblem.stale(tolerance);
    }
  }

  private static String needed(Request request, String header) {
    return Optional.of(header)
        .flatMap(request::header)
        .filter(value -> !value.isBlank())
        .orElseThrow(() -> SourceProblem.unsigned(header));
  }

  private static String hash(byte[] content) {
    try {
      return "sha256:"
          + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
