package io.ganglion.api.connection;

import io.ganglion.api.Scope;
import io.ganglion.api.ShownOnce;
import io.ganglion.connection.Consents;
import io.ganglion.identity.Caller;
import io.ganglion.kernel.ConnectionId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Sends people to platforms. */
@Path("/api/v1/connections/authorize")
@Tag(name = "connections")
@RunOnVirtualThread
public class AuthorizeResource {
  private static final int CREATED = 201;

  private final Caller caller;
  private final Consents consents;
  private final boolean secure;

  AuthorizeResource(
      Caller caller,
      Consents consents,
      @ConfigProperty(name = "ganglion.public.url") URI publicUrl) {
    this.caller = caller;
    this.consents = consents;
    this.secure = publicUrl.getScheme().equals("https");
  }

  @POST
  @Scope("connections:write")
  @ShownOnce
  @Operation(
      summary = "Connect an account by OAuth",
      description =
          "Answers the platform's page where a person lets us act in their account. They come back"
              + " to this installation, and the connection is there; a run that waits for it goes"
              + " on. Who asked in a browser has to come back in it.")
  @APIResponse(responseCode = "201", description = "Where the person is to go")
  public RestResponse<AuthorizationView> authorize(
      @NotNull(message = "send a JSON object") AuthorizeBody body, @Context HttpHeaders headers) {
    boolean browser =
        caller.person().isPresent() && headers.getHeaderString(HttpHeaders.AUTHORIZATION) == null;
    var asked =
        consents.begin(
            caller.tenant(),
            new ConnectionId(caller.request()),
            body.toNew(caller.actor(), browser));
    var answer =
        RestResponse.ResponseBuilder.<AuthorizationView>create(CREATED)
            .entity(AuthorizationView.of(asked));
    asked.browser().ifPresent(secret -> answer.cookie(cookie(asked.cookie(), secret)));
    return answer.build();
  }

  /** It goes along when the platform sends the browser back, and to nobody else. */
  private NewCookie cookie(String name, String secret) {
    return new NewCookie.Builder(name)
        .value(secret)
        .path(Consents.CALLBACK)
        .maxAge((int) Consents.PATIENCE.toSeconds())
        .httpOnly(true)
        .secure(secure)
        .sameSite(NewCookie.SameSite.LAX)
        .build();
  }
}
