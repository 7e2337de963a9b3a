package io.ganglion.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Identifies a person or a service account; written {@code per_…}. */
public record PersonId(UUID uuid) implements Id {
  public static final String PREFIX = "per";

  private static final long VERSION_8 = 0x8000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  /**
   * The identifier of whom an identity provider calls so: the same for ever, and nobody else's. It
   * is the first 16 bytes of SHA-256 over both, as a UUID of version 8 (RFC 9562, 5.8).
   *
   * @param issuer the {@code iss} of the provider's tokens
   * @param subject their {@code sub}
   */
  public static PersonId of(String issuer, String subject) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(issuer.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0); // so that no two pairs are the same bytes
      var hash = ByteBuffer.wrap(digest.digest(subject.getBytes(StandardCharsets.UTF_8)));
      long high = (hash.getLong() & ~0xf000L) | VERSION_8;
      long low = (hash.getLong() & 0x3fff_ffff_ffff_ffffL) | VARIANT;
      return new PersonId(new UUID(high, low));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException if it is not a {@code per_} TypeID
   */
  @JsonCreator
  public static PersonId fromString(String text) {
    return new PersonId(TypeId.decode(PREFIX, text));
  }

  @JsonValue
  @Override
  public String toString() {
    return TypeId.encode(PREFIX, uuid);
  }
}
