package io.ganglion.api.connection;

import io.ganglion.kernel.InvalidRequest;
import io.ganglion.oauth.App;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The tenant's own app, as the platform has registered it. */
@Schema(name = "OAuthApp")
public record AppBody(
    @Schema(required = true, description = "The platform's client_id", examples = "YzF5d2l0aA")
        @Nullable String id,
    @Schema(
            required = true,
            writeOnly = true,
            description = "The platform's client_secret; never shown again",
            examples = "the secret")
        @Nullable String secret) {
  private static final int LONGEST = 500;

  App toApp() {
    return new App(checked(id, "/app/id"), checked(secret, "/app/secret"));
  }

  private static String checked(@Nullable String value, String pointer) {
    if (value == null || value.isBlank() || value.length() > LONGEST) {
      throw new InvalidRequest(pointer, "send 1 to %d characters".formatted(LONGEST));
    }
    return value;
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "AppBody[%s]".formatted(id);
  }
}
