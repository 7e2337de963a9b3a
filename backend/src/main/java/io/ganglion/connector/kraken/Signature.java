package io.ganglion.connector.kraken;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs a request as Kraken asks: HMAC-SHA512, by the decoded private key, over the path and the
 * SHA-256 of nonce and body.
 */
final class Signature {
  private static final String HMAC = "HmacSHA512";

  private Signature() {}

  /**
   * The value of {@code API-Sign}.
   *
   * @param privateKey Base64
   * @param path from {@code /0/} on
   * @param body the form as it is sent, the nonce in it
   * @throws IllegalArgumentException if the key is no Base64
   */
  static String of(String privateKey, String path, String nonce, String body) {
    try {
      var hash =
          MessageDigest.getInstance("SHA-256")
              .digest((nonce + body).getBytes(StandardCharsets.UTF_8));
      var mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(privateKey), HMAC));
      mac.update(path.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(mac.doFinal(hash));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA512 is part of every Java platform", e);
    }
  }
}
