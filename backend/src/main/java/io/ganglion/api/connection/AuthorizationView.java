package io.ganglion.api.connection;

import io.ganglion.connection.Consents;
import io.ganglion.kernel.ConnectionId;
import java.net.URI;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a person is to go, so that there will be a connection. */
@Schema(name = "Authorization")
public record AuthorizationView(
    @Schema(
            implementation = String.class,
            description = "The connection's identifier once they have consented; 404 until then",
            examples = "con_01h2xcejqtf2nbrexx3vqjhp41")
        ConnectionId connection,
    @Schema(
            description = "The platform's page. Whoever opens it decides: give it to nobody else",
            examples = "https://x.com/i/oauth2/authorize?response_type=code&client_id=YzF5d2l0aA")
        URI url,
    @Schema(description = "They have to come back before") Instant expiresAt) {
  static AuthorizationView of(Consents.Asked asked) {
    return new AuthorizationView(asked.connection(), asked.url(), asked.expiresAt());
  }
}
