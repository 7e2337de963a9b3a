package io.ganglion.identity;

import io.ganglion.kernel.ApiKeyId;
import io.ganglion.kernel.TenantId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * The written form of an API key: {@code gk_live_} or {@code gk_lab_}, the tenant's and the key's
 * identifiers (26 characters each), and 256 random bits in base64url (43 characters).
 */
record KeyText(String mode, TenantId tenant, ApiKeyId key, byte[] secret) {
  static final String START = "gk_";
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int ID = 26;
  private static final int SECRET_BYTES = 32;
  private static final int SECRET_LENGTH = 43;

  static KeyText fresh(String mode, TenantId tenant, ApiKeyId key) {
    var secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return new KeyText(mode, tenant, key, secret);
  }

  /** Empty for what can't be a key. */
  static Optional<KeyText> parse(String text) {
    var mode = text.startsWith("gk_live_") ? "live" : text.startsWith("gk_lab_") ? "lab" : "";
    var rest = text.substring(mode.isEmpty() ? 0 : mode.length() + 4);
    if (mode.isEmpty() || rest.length() != 2 * ID + SECRET_LENGTH) {
      return Optional.empty();
    }
    try {
      var tenant = TenantId.fromString(TenantId.PREFIX + "_" + rest.substring(0, ID));
      var key = ApiKeyId.fromString(ApiKeyId.PREFIX + "_" + rest.substring(ID, 2 * ID));
      var secret = Base64.getUrlDecoder().decode(rest.substring(2 * ID));
      return Optional.of(new KeyText(mode, tenant, key, secret));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  String text() {
    return "gk_%s_%s%s%s"
        .formatted(
            mode,
            tenant.toString().substring(TenantId.PREFIX.length() + 1),
            key.toString().substring(ApiKeyId.PREFIX.length() + 1),
            Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
  }

  String hint() {
    var text = text();
    return text.substring(text.length() - 4);
  }

  /** SHA-256: a plain hash is enough for 256 random bits. */
  byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "KeyText[%s]".formatted(key);
  }
}
