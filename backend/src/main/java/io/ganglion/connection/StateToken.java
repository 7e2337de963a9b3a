package io.ganglion.connection;

import io.ganglion.kernel.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What goes to a platform with a person and comes back with them: the tenant's identifier, so that
 * the look-up is routed, and 256 random bits.
 */
record StateToken(TenantId tenant, String text) {
  private static final Pattern SHAPE = Pattern.compile("go_([0-9a-z]{26})_([0-9A-Za-z_-]{43})");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  static StateToken fresh(TenantId tenant) {
    var suffix = tenant.toString().substring(TenantId.PREFIX.length() + 1);
    return new StateToken(tenant, "go_%s_%s".formatted(suffix, random()));
  }

  /** 256 random bits in base64url. */
  static String random() {
    var secret = new byte[BYTES];
    RANDOM.nextBytes(secret);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }

  /** Empty for what can't be one. */
  static Optional<StateToken> parse(String text) {
    var match = SHAPE.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    try {
      var tenant = TenantId.fromString(TenantId.PREFIX + "_" + match.group(1));
      return Optional.of(new StateToken(tenant, text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  byte[] hash() {
    return hash(text);
  }

  /** SHA-256: a plain hash is enough for 256 random bits. */
  static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "StateToken[%s]".formatted(tenant);
  }
}
