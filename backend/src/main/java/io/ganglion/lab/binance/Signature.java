package io.ganglion.lab.binance;

import io.ganglion.lab.Call;
import io.ganglion.lab.Reply;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checks who sent a request and when: HMAC-SHA256 over query and body exactly as they came. */
final class Signature {
  private static final String ALGORITHM = "HmacSHA256";
  private static final Pattern MEMBER = Pattern.compile("(^|&)signature=[^&]*");
  private static final long DEFAULT_WINDOW_MS = 5_000;
  private static final long MAX_WINDOW_MS = 60_000;

  /** How far a caller's clock may be ahead. */
  private static final long AHEAD_MS = 1_000;

  private Signature() {}

  /** A refusal; empty if the request is genuine and in time. */
  static Optional<Reply> check(Call call, String secret, Instant now) {
    var parameters = call.parameters();
    var signature = parameters.getOrDefault("signature", "");
    if (signature.isEmpty()) {
      return Optional.of(BinanceErrors.missing("signature"));
    }
    if (!parameters.containsKey("timestamp")) {
      return Optional.of(BinanceErrors.missing("timestamp"));
    }
    var payload =
        MEMBER.matcher(call.query()).replaceAll("") + MEMBER.matcher(call.text()).replaceAll("");
    if (!equal(hmac(payload, secret), signature.toLowerCase(Locale.ROOT))) {
      return Optional.of(BinanceErrors.badSignature());
    }
    try {
      long sent = Long.parseLong(parameters.get("timestamp"));
      var window = parameters.get("recvWindow");
      return timely(sent, window == null ? DEFAULT_WINDOW_MS : Long.parseLong(window), now);
    } catch (NumberFormatException e) {
      return Optional.of(BinanceErrors.illegal("timestamp"));
    }
  }

  private static Optional<Reply> timely(long sent, long window, Instant now) {
    if (window > MAX_WINDOW_MS) {
      return Optional.of(BinanceErrors.windowTooLong());
    }
    long age = now.toEpochMilli() - sent;
    if (age < -AHEAD_MS) {
      return Optional.of(BinanceErrors.tooEarly());
    }
    return age > window ? Optional.of(BinanceErrors.tooLate()) : Optional.empty();
  }

  private static String hmac(String text, String secret) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA256 is part of every Java platform", e);
    }
  }

  private static boolean equal(String a, String b) {
    return MessageDigest.isEqual(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }
}
