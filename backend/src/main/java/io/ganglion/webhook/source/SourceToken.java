package io.ganglion.webhook.source;

import io.ganglion.kernel.SourceId;
import io.ganglion.kernel.TenantId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * The last part of an inbound address: {@code gi_}, the tenant's and the source's identifiers (26
 * characters each), and 256 random bits in base64url (43 characters).
 */
@SuppressWarnings("ArrayRecordComponent") // compared by its hash alone
record SourceToken(TenantId tenant, SourceId source, byte[] secret) {
  private static final String START = "gi_";
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int ID = 26;
  private static final int SECRET_BYTES = 32;
  private static final int SECRET_LENGTH = 43;

  static SourceToken fresh(TenantId tenant, SourceId source) {
    var secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return new SourceToken(tenant, source, secret);
  }

  /** Empty for what can't be one. */
  static Optional<SourceToken> parse(String text) {
    if (!text.startsWith(START) || text.length() != START.length() + 2 * ID + SECRET_LENGTH) {
      return Optional.empty();
    }
    var rest = text.substring(START.length());
    try {
      return Optional.of(
          new SourceToken(
              TenantId.fromString(TenantId.PREFIX + "_" + rest.substring(0, ID)),
              SourceId.fromString(SourceId.PREFIX + "_" + rest.substring(ID, 2 * ID)),
              Base64.getUrlDecoder().decode(rest.substring(2 * ID))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  String text() {
    return START
        + tenant.toString().substring(TenantId.PREFIX.length() + 1)
        + source.toString().substring(SourceId.PREFIX.length() + 1)
        + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
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
    return "SourceToken[%s]".formatted(source);
  }
}
