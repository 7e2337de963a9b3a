package io.ganglion.api.federation;

import io.ganglion.api.Public;
import io.ganglion.egress.HttpResult;
import io.ganglion.federation.Relay;
import io.ganglion.federation.Relay.Endpoint;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.TenantId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Where Keycloak asks for a tenant's provider. */
@Path("/federation/{tenant}/{mark}")
@RunOnVirtualThread
public class RelayResource {
  private static final int BAD_GATEWAY = 502;

  private final Relay relay;

  RelayResource(Relay relay) {
    this.relay = relay;
  }

  @POST
  @Path("/token")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Public("the mark in the path is Keycloak's alone")
  @Operation(hidden = true)
  public Response token(
      @PathParam("tenant") String tenant,
      @PathParam("mark") String mark,
      @HeaderParam("Authorization") @Nullable String authorization,
      byte[] form) {
    return pass(tenant, mark, Endpoint.TOKEN, authorization, form);
  }

  @GET
  @Path("/keys")
  @Public("the mark in the path is Keycloak's alone")
  @Operation(hidden = true)
  public Response keys(@PathParam("tenant") String tenant, @PathParam("mark") String mark) {
    return pass(tenant, mark, Endpoint.KEYS, null, new byte[0]);
  }

  @GET
  @Path("/userinfo")
  @Public("the mark in the path is Keycloak's alone")
  @Operation(hidden = true)
  public Response userinfo(
      @PathParam("tenant") String tenant,
      @PathParam("mark") String mark,
      @HeaderParam("Authorization") @Nullable String authorization) {
    return pass(tenant, mark, Endpoint.USERINFO, authorization, new byte[0]);
  }

  private Response pass(
      String tenant, String mark, Endpoint endpoint, @Nullable String authorization, byte[] form) {
    var id = TenantId.read(tenant).orElseThrow(() -> new NotFound("sign-in provider"));
    return switch (relay.pass(id, mark, endpoint, Optional.ofNullable(authorization), form)) {
      case HttpResult.Answered answer ->
          Response.status(answer.status())
              .type(answer.header("content-type").orElse(MediaType.APPLICATION_JSON))
              .header("Cache-Control", "no-store")
              .entity(answer.body())
              .build();
      case HttpResult.NotSent no -> unreachable(no.reason());
      case HttpResult.Lost no -> unreachable(no.reason());
    };
  }

  private static Response unreachable(String why) {
    return Response.status(BAD_GATEWAY).type("text/plain; charset=utf-8").entity(why).build();
  }
}
