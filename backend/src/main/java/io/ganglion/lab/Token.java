package io.ganglion.lab;

import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A credential of a simulated account: {@code lab_<tenant>_<account>_<secret>}. It names its tenant
 * and account so that the look-up is routed; only the secret part proves anything.
 *
 * @param text all of it
 */
public record Token(TenantId tenant, String account, String text) {
  private static final Pattern SHAPE =
      Pattern.compile("lab_([0-9a-z]{26})_([0-9A-Za-z-]{1,64})_([0-9a-f]{32})");
  private static final SecureRandom RANDOM = new SecureRandom();

  static Token fresh(TenantId tenant, String account) {
    var secret = new byte[16];
    RANDOM.nextBytes(secret);
    var text = "lab_%s_%s_%s".formatted(suffix(tenant), account, HexFormat.of().formatHex(secret));
    return new Token(tenant, account, text);
  }

  /** Reads one; empty for everything that no account here was ever given. */
  public static Optional<Token> parse(String text) {
    var match = SHAPE.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    return tenant(match.group(1)).map(tenant -> new Token(tenant, match.group(2), text));
  }

  /** The tenant's identifier without its prefix, for addresses that must be routed. */
  public static String suffix(TenantId tenant) {
    return tenant.toString().substring(TenantId.PREFIX.length() + 1);
  }

  /** Reads {@link #suffix}. */
  public static Optional<TenantId> tenant(String suffix) {
    try {
      return Optional.of(TenantId.fromString(TenantId.PREFIX + "_" + suffix));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  String hash() {
    return Json.sha256(text);
  }

  /** In constant time. */
  boolean proves(String hash) {
    return MessageDigest.isEqual(
        hash().getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "Token[%s, %s]".formatted(tenant, account);
  }
}
