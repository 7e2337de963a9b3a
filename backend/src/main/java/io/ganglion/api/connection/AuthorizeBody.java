package io.ganglion.api.connection;

import io.ganglion.connection.NewConsent;
import io.ganglion.kernel.ConnectionId;
import io.ganglion.kernel.InvalidRequest;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whose consent is asked for: a new connection's, or that of one that is there. */
@Schema(name = "AuthorizeConnection")
public record AuthorizeBody(
    @Schema(description = "What workflows are to call it; not with connection", examples = "main")
        @Nullable String name,
    @Schema(description = "A connector with OAuth; not with connection", examples = "x")
        @Nullable String connector,
    @Schema(
            description = "One of the connector's; not needed where it has a single one",
            examples = "lab")
        @Nullable String environment,
    @Schema(
            implementation = String.class,
            description = "A connection to authorize again; it keeps its identifier",
            examples = "con_01h2xcejqtf2nbrexx3vqjhp41")
        @Nullable ConnectionId connection,
    @Schema(description = "Your own app; null: this installation's") @Nullable AppBody app) {

  NewConsent toNew(String actor, boolean browser) {
    boolean again = connection != null;
    if (again && (name != null || connector != null || environment != null)) {
      throw new InvalidRequest(
          "/connection", "send it without name, connector and environment: they are its own");
    }
    return new NewConsent(
        Optional.ofNullable(connection),
        again ? "" : required(name, "/name", "name it: 1 to 64 of a-z, 0-9, _ and -"),
        again ? "" : required(connector, "/connector", "name a connector with OAuth, e.g. x"),
        Optional.ofNullable(environment),
        Optional.ofNullable(app).map(AppBody::toApp),
        actor,
        browser);
  }

  private static String required(@Nullable String value, String pointer, String detail) {
    if (value == null) {
      throw new InvalidRequest(pointer, detail);
    }
    return value;
  }
}
