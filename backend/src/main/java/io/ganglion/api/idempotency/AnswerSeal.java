package io.ganglion.api.idempotency;

import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Hkdf;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;

/**
 * Encrypts kept answers that hold a secret: AES-256-GCM under a key derived (HKDF, RFC 5869) from
 * the credential that asked, which is stored nowhere.
 */
final class AnswerSeal {
  private static final byte[] PURPOSE = "ganglion kept answer".getBytes(StandardCharsets.UTF_8);

  private AnswerSeal() {}

  static byte[] seal(byte[] answer, String credential, String place) {
    try {
      return cipher(credential).encrypt(answer, place.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Empty for a credential other than the one that asked. */
  static Optional<byte[]> open(byte[] sealed, String credential, String place) {
    try {
      return Optional.of(
          cipher(credential).decrypt(sealed, place.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private static AesGcmJce cipher(String credential) throws GeneralSecurityException {
    var secret = credential.getBytes(StandardCharsets.UTF_8);
    return new AesGcmJce(Hkdf.computeHkdf("HMACSHA256", secret, new byte[0], PURPOSE, 32));
  }
}
