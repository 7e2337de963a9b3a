package io.ganglion.api.auth;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Marks texts with the secret that all processes share, so that nobody else can. */
@ApplicationScoped
class SessionSecret {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SHORTEST = 32;

  private final SignInConfig config;

  SessionSecret(SignInConfig config) {
    this.config = config;
  }

  /**
   * @throws IllegalStateException if none is configured, or one too short
   */
  String text() {
    return config
        .sessionSecret()
        .filter(text -> text.length() >= SHORTEST)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "ganglion.oidc.session-secret (GANGLION_SESSION_SECRET) needs at least 32 random"
                        + " characters"));
  }

  /** HMAC-SHA256 in base64url. */
  String mark(String text) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(text().getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
