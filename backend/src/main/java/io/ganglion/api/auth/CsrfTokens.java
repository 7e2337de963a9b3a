package io.ganglion.api.auth;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * CSRF tokens: an HMAC over the session, so that nothing has to be kept, and another site's page,
 * which can't read our answers, has none.
 *
 * @see <a
 *     href="https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html">OWASP
 *     on HMAC-based CSRF tokens</a>
 */
@ApplicationScoped
class CsrfTokens {
  private final SessionSecret secret;

  CsrfTokens(SessionSecret secret) {
    this.secret = secret;
  }

  String of(JsonWebToken session) {
    // `sid` stays when the tokens are refreshed, and so does the time of the sign-in
    var which =
        session
            .<Object>claim("sid")
            .or(() -> session.<Object>claim("auth_time"))
            .map(Object::toString)
            .orElse("");
    return secret.mark("csrf|%s|%s|%s".formatted(session.getIssuer(), session.getSubject(), which));
  }

  boolean fits(JsonWebToken session, String sent) {
    return MessageDigest.isEqual(
        of(session).getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
  }
}
