package io.ganglion.api.webhook;

import io.ganglion.api.JsonTree;
import io.ganglion.api.Public;
import io.ganglion.api.limit.Limits;
import io.ganglion.kernel.NotFound;
import io.ganglion.webhook.source.Inbound;
import io.ganglion.webhook.source.Request;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Where other systems tell a tenant what happened. */
@Path("/in/{token}")
@Tag(name = "webhooks")
@RunOnVirtualThread
public class InboundResource {
  private final Inbound inbound;
  private final Limits limits;
  private final CurrentVertxRequest connection;

  InboundResource(Inbound inbound, Limits limits, CurrentVertxRequest connection) {
    this.inbound = inbound;
    this.limits = limits;
    this.connection = connection;
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  @Produces(MediaType.APPLICATION_JSON)
  @Public("The token in the address names the tenant and proves the sender; a signature does, too")
  @Operation(
      summary = "Tell what happened",
      description =
          "The body becomes the data of an event on the tenant's bus, stored before the answer;"
              + " sent again, it is the same event.")
  public RestResponse<ReceivedView> receive(
      @PathParam("token") String token, byte[] body, @Context HttpHeaders headers)
      throws IOException {
    Inbound.Address address;
    try {
      address = inbound.find(token);
    } catch (NotFound e) {
      limits.refuse(from()); // who guesses rests
      throw e;
    }
    limits.enter(connection.getCurrent(), address.tenant(), address.source().toString());
    boolean fresh = inbound.receive(address, request(body, headers), JsonTree::read);
    return RestResponse.ResponseBuilder.<ReceivedView>accepted()
        .entity(new ReceivedView(fresh ? 1 : 0))
        .build();
  }

  private static Request request(byte[] body, HttpHeaders headers) {
    var all = new HashMap<String, List<String>>();
    headers
        .getRequestHeaders()
        .forEach(
            (name, values) ->
                all.computeIfAbsent(name.toLowerCase(Locale.ROOT), it -> new ArrayList<>())
                    .addAll(values));
    return new Request(all, body);
  }

  private @Nullable String from() {
    var address = connection.getCurrent().request().remoteAddress();
    return address == null ? null : address.hostAddress();
  }
}
