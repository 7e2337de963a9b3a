package io.ganglion.api.connection;

import io.ganglion.api.OwnProtocol;
import io.ganglion.api.Public;
import io.ganglion.api.limit.Limits;
import io.ganglion.connection.Connections;
import io.ganglion.connection.Consents;
import io.ganglion.run.Runs;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Where platforms send people back to; they land in the dashboard, and nowhere else. */
@Path(Consents.CALLBACK)
@RunOnVirtualThread
public class ConsentResource {
  private final Consents consents;
  private final Runs runs;
  private final Limits limits;
  private final CurrentVertxRequest connection;
  private final URI page;

  ConsentResource(
      Consents consents,
      Runs runs,
      Limits limits,
      CurrentVertxRequest connection,
      @ConfigProperty(name = "ganglion.public.url") URI publicUrl) {
    this.consents = consents;
    this.runs = runs;
    this.limits = limits;
    this.connection = connection;
    this.page = publicUrl.resolve("/connections");
  }

  @GET
  @OwnProtocol(query = true) // platforms add what they like
  @Public(
      "The state names the tenant and proves that we sent the person; it is good for one return")
  @Operation(hidden = true)
  public RestResponse<Void> come(
      @QueryParam("state") @Nullable String state,
      @QueryParam("code") @Nullable String code,
      @QueryParam("error") @Nullable String error,
      @QueryParam("iss") @Nullable String iss,
      @Context HttpHeaders headers) {
    var shown =
        Optional.ofNullable(state)
            .map(it -> headers.getCookies().get(Consents.cookie(it)))
            .map(Cookie::getValue);
    var came = consents.finish(new Consents.Returned(state, code, error, iss), shown);
    return switch (came) {
      case Consents.Came.Connected connected -> {
        runs.wakeAll(connected.tenant(), Connections.CONSENT);
        yield to("connected", connected.connection().id().toString());
      }
      case Consents.Came.Failed failed -> {
        if (failed.code().equals(Consents.UNKNOWN)) {
          limits.refuse(from()); // who guesses rests
        }
        yield to("connect_error", failed.code());
      }
    };
  }

  private RestResponse<Void> to(String name, String value) {
    return RestResponse.seeOther(UriBuilder.fromUri(page).queryParam(name, value).build());
  }

  private @Nullable String from() {
    var address = connection.getCurrent().request().remoteAddress();
    return address == null ? null : address.hostAddress();
  }
}
