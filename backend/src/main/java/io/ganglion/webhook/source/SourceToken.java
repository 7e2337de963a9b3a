package io.ganglion.webhook.source;

import io.ganglion.kernel.RoutedToken;
import io.ganglion.kernel.SourceId;
import io.ganglion.kernel.TenantId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Optional;

/** The last part of an inbound address; begins with {@code gi_}, its bits random. */
@SuppressWarnings("ArrayRecordComponent") // compared by its hash alone
record SourceToken(TenantId tenant, SourceId source, byte[] secret) {
  private static final String START = "gi_";
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SECRET_BYTES = 32;

  static SourceToken fresh(TenantId tenant, SourceId source) {
    var secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return new SourceToken(tenant, source, secret);
  }

  /** Empty for what can't be one. */
  static Optional<SourceToken> parse(String text) {
    return RoutedToken.parse(START, SourceId.PREFIX, SourceId::fromString, text)
        .map(read -> new SourceToken(read.tenant(), read.thing(), read.bits()));
  }

  String text() {
    return new RoutedToken<>(tenant, source, secret).text(START);
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
