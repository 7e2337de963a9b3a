package io.ganglion.connector.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A client's proof of its secret that doesn't send it: a JSON Web Token signed by HMAC.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7523">RFC 7523</a>
 */
final class ClientAssertion {
  private static final Duration VALID = Duration.ofMinutes(1);
  private static final String HMAC = "HmacSHA256";

  private ClientAssertion() {}

  static String signed(String client, String secret, URI audience, Instant now) {
    var claims =
        Json.object()
            .put("iss", client)
            .put("sub", client)
            .put("aud", audience.toString())
            .put("jti", UUID.randomUUID().toString())
            .put("iat", now.getEpochSecond())
            .put("exp", now.plus(VALID).getEpochSecond());
    var text = part(Json.object().put("alg", "HS256").put("typ", "JWT")) + "." + part(claims);
    return text + "." + encoded(mac(secret, text));
  }

  private static byte[] mac(String secret, String text) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  private static String part(JsonNode json) {
    return encoded(Json.write(json).getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
