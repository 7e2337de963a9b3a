package io.ganglion.api.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.api.JsonTree;
import io.ganglion.api.Public;
import io.ganglion.api.limit.Limits;
import io.ganglion.kernel.NotFound;
import io.ganglion.webhook.source.Answer;
import io.ganglion.webhook.source.Inbound;
import io.ganglion.webhook.source.Request;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
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
  @APIResponse(
      responseCode = "202",
      description = "Stored; a platform is answered 200 or 204, with what it wants to hear",
      content = @Content(schema = @Schema(implementation = ReceivedView.class)))
  @Operation(
      summary = "Tell what happened",
      description =
          "The body becomes the data of an event on the tenant's bus, stored before the answer;"
              + " sent again, it is the same event.")
  public RestResponse<JsonNode> receive(
      @PathParam("token") String token, byte[] body, @Context HttpHeaders headers)
      throws IOException {
    return answered(inbound.receive(enter(token), request(body, headers), JsonTree::read));
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Public("The token in the address names the tenant; the answer proves who has the secret")
  @APIResponse(
      responseCode = "200",
      description = "The answer",
      content = @Content(schema = @Schema(implementation = ChallengedView.class)))
  @Operation(
      summary = "Answer a challenge of X",
      description =
          "X asks so whether the address is its app's: when it is registered, and every hour.")
  public RestResponse<JsonNode> challenge(
      @PathParam("token") String token,
      @QueryParam("crc_token") @Nullable String crcToken,
      @QueryParam("nonce") @Nullable String nonce) { // X sends it; it is not signed
    return answered(inbound.challenged(enter(token), crcToken == null ? "" : crcToken));
  }

  /** What X wants to hear. */
  @Schema(name = "Challenged")
  public record ChallengedView(
      @Schema(
              description = "sha256= and the HMAC-SHA256 of crc_token by the secret, in base64",
              examples = "sha256=x0mYd8hz2goCTfcNAaMqENy2BFgJJfJOb4PdvTffpwg=")
          String responseToken) {}

  private Inbound.Address enter(String token) {
    Inbound.Address address;
    try {
      address = inbound.find(token);
    } catch (NotFound e) {
      limits.refuse(from()); // who guesses rests
      throw e;
    }
    limits.enter(connection.getCurrent(), address.tenant(), address.source().toString());
    return address;
  }

  private static RestResponse<JsonNode> answered(Answer answer) {
    return RestResponse.ResponseBuilder.<JsonNode>create(answer.status())
        .entity(answer.body())
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
