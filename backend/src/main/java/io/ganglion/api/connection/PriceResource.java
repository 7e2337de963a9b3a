package io.ganglion.api.connection;

import io.ganglion.api.Scope;
import io.ganglion.api.Versions;
import io.ganglion.connection.Connections;
import io.ganglion.connector.Catalogue;
import io.ganglion.identity.Caller;
import io.ganglion.kernel.ConnectionId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What acts through a connection cost. */
@Path("/api/v1/connections/{id}/prices")
@Tag(name = "connections")
@RunOnVirtualThread
public class PriceResource {
  private final Caller caller;
  private final Connections connections;
  private final Catalogue catalogue;

  PriceResource(Caller caller, Connections connections, Catalogue catalogue) {
    this.caller = caller;
    this.connections = connections;
    this.catalogue = catalogue;
  }

  @PUT
  @Scope("connections:write")
  @Operation(
      summary = "Say what acts cost",
      description =
          "What the platform takes for acts through this connection, from the next dispatch on: so"
              + " that it is summed up (GET /spend) and caps hold. Without a currency nothing is"
              + " counted.")
  @APIResponse(responseCode = "200", description = "With its prices")
  public RestResponse<ConnectionView> price(
      @PathParam("id") ConnectionId id,
      @NotNull(message = "send a JSON object") PricesBody body,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    var prices = body.prices(actions(id));
    var priced = connections.price(caller.tenant(), id, prices, Versions.expected(ifMatch));
    return RestResponse.ResponseBuilder.ok(ConnectionView.of(priced))
        .header("ETag", Versions.tag(priced.version()))
        .build();
  }

  /** Names of those that the connection's connector offers. */
  private Set<String> actions(ConnectionId id) {
    var connection = connections.get(caller.tenant(), id);
    return catalogue
        .connector(caller.tenant(), connection.connector())
        .map(connector -> connector.manifest().actions().keySet())
        .orElse(Set.of());
  }
}
