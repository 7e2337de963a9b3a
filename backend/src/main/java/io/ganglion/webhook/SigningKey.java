package io.ganglion.webhook;

import com.google.crypto.tink.subtle.Ed25519Sign;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A key of Standard Webhooks: a shared secret ({@code whsec_…}, HMAC-SHA256, {@code v1}) or a
 * private key ({@code whsk_…}, ed25519, {@code v1a}).
 *
 * @param bytes the secret itself
 * @param publicKey {@code whpk_…}; null for a shared secret
 * @see <a
 *     href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">the
 *     specification</a>
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SigningKey(Kind kind, byte[] bytes, @Nullable String publicKey) {
  /** How messages are signed. */
  public enum Kind {
    HMAC("hmac"),
    ED25519("ed25519");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /** The written form. */
    public String text() {
      return text;
    }

    /**
     * @throws IllegalArgumentException if there is no such kind
     */
    public static Kind of(String text) {
      for (var kind : values()) {
        if (kind.text.equals(text)) {
          return kind;
        }
      }
      throw new IllegalArgumentException("no such kind of signature: " + text);
    }
  }

  private static final String SHARED = "whsec_";
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Within the 24 to 64 bytes that the specification asks for. */
  private static final int SHARED_BYTES = 32;

  private static final int LEAST_BYTES = 24;
  private static final int MOST_BYTES = 64;

  /** A new key. */
  static SigningKey fresh(Kind kind) {
    return switch (kind) {
      case HMAC -> {
        var bytes = new byte[SHARED_BYTES];
        RANDOM.nextBytes(bytes);
        yield new SigningKey(kind, bytes, null);
      }
      case ED25519 -> {
        try {
          var pair = Ed25519Sign.KeyPair.newKeyPair();
          yield new SigningKey(kind, pair.getPrivateKey(), "whpk_" + base64(pair.getPublicKey()));
        } catch (GeneralSecurityException e) {
          throw new IllegalStateException(e);
        }
      }
    };
  }

  /** A shared secret somebody else made; empty if it is none. */
  public static Optional<SigningKey> shared(String text) {
    try {
      var bytes =
          Base64.getDecoder()
              .decode(text.startsWith(SHARED) ? text.substring(SHARED.length()) : text);
      return bytes.length < LEAST_BYTES || bytes.length > MOST_BYTES
          ? Optional.empty()
          : Optional.of(new SigningKey(Kind.HMAC, bytes, null));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The secret as its holder writes it down. */
  String text() {
    return switch (kind) {
      case HMAC -> SHARED + base64(bytes);
      case ED25519 -> "whsk_" + base64(bytes);
    };
  }

  /** One signature of the header webhook-signature. */
  public String sign(String id, Instant at, byte[] body) {
    var content = content(id, String.valueOf(at.getEpochSecond()), body);
    return switch (kind) {
      case HMAC -> "v1," + base64(hmac(bytes, content));
      case ED25519 -> {
        try {
          yield "v1a," + base64(new Ed25519Sign(bytes).sign(content));
        } catch (GeneralSecurityException e) {
          throw new IllegalStateException(e);
        }
      }
    };
  }

  /**
   * Whether one of a header's signatures is this shared secret's.
   *
   * @param timestamp as the header has it
   */
  public boolean verifies(String id, String timestamp, byte[] body, String signatures) {
    var expected =
        ("v1," + base64(hmac(bytes, content(id, timestamp, body))))
            .getBytes(StandardCharsets.US_ASCII);
    boolean found = false;
    for (var one : signatures.split(" ", -1)) {
      found |= MessageDigest.isEqual(expected, one.getBytes(StandardCharsets.UTF_8));
    }
    return found;
  }

  /** HMAC-SHA256. */
  public static byte[] hmac(byte[] key, byte[] content) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(content);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] content(String id, String timestamp, byte[] body) {
    var head = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
    var content = new byte[head.length + body.length];
    System.arraycopy(head, 0, content, 0, head.length);
    System.arraycopy(body, 0, content, head.length, body.length);
    return content;
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "SigningKey[%s]".formatted(kind);
  }
}
