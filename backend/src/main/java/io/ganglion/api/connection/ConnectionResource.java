package io.ganglion.api.connection;

import io.ganglion.api.LabKey;
import io.ganglion.api.Listing;
import io.ganglion.api.Scope;
import io.ganglion.api.Versions;
import io.ganglion.connection.Authorizations;
import io.ganglion.connection.Connection;
import io.ganglion.connection.Connections;
import io.ganglion.connector.Environments;
import io.ganglion.identity.Caller;
import io.ganglion.identity.IdentityProblem;
import io.ganglion.kernel.ConnectionId;
import io.ganglion.run.KillSwitch;
import io.ganglion.run.Runs;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Connections. */
@Path("/api/v1/connections")
@Tag(name = "connections")
@RunOnVirtualThread
public class ConnectionResource {
  private static final String AN_OBJECT = "send a JSON object";
  private final Caller caller;
  private final Connections connections;
  private final Authorizations authorizations;
  private final KillSwitch killSwitch;
  private final Runs runs;

  ConnectionResource(
      Caller caller,
      Connections connections,
      Authorizations authorizations,
      KillSwitch killSwitch,
      Runs runs) {
    this.caller = caller;
    this.authorizations = authorizations;
    this.connections = connections;
    this.killSwitch = killSwitch;
    this.runs = runs;
  }

  @POST
  @LabKey
  @Scope("connections:write")
  @Operation(
      summary = "Connect an account",
      description = "The platform is asked who this is; credentials are sealed and never shown.")
  @APIResponse(responseCode = "201", description = "Connected")
  @APIResponse(responseCode = "502", description = "The platform could not be asked")
  public RestResponse<ConnectionView> create(@NotNull(message = AN_OBJECT) ConnectionBody body) {
    stayInLab(Optional.ofNullable(body.environment()).orElse(""));
    var connection =
        authorizations.create(caller.tenant(), new ConnectionId(caller.request()), body.toNew());
    return RestResponse.ResponseBuilder.<ConnectionView>created(
            URI.create("/api/v1/connections/" + connection.id()))
        .header("ETag", Versions.tag(connection.version()))
        .entity(ConnectionView.of(connection))
        .build();
  }

  @GET
  @Scope("connections:read")
  @Operation(summary = "List connections", description = "Newest first.")
  public Listing<ConnectionView> list(
      @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
    var request = Listing.request(limit, cursor);
    var before = request.cursor().map(at -> Listing.cursor(at, ConnectionId::fromString));
    return Listing.of(
        connections.list(caller.tenant(), request.limit(), before), ConnectionView::of);
  }

  @GET
  @Path("/{id}")
  @Scope("connections:read")
  @Operation(summary = "Get a connection")
  public RestResponse<ConnectionView> get(@PathParam("id") ConnectionId id) {
    return tagged(connections.get(caller.tenant(), id));
  }

  @POST
  @LabKey
  @Path("/{id}/check")
  @Scope("connections:write")
  @Operation(summary = "Check a connection", description = "Asks the platform who this is.")
  @APIResponse(responseCode = "200", description = "Who it is")
  @APIResponse(responseCode = "502", description = "The platform could not be asked")
  public RestResponse<ConnectionView> check(@PathParam("id") ConnectionId id) {
    stayInLab(id);
    var checked = authorizations.check(caller.tenant(), id);
    runs.wakeAll(caller.tenant(), Connections.CONSENT); // it may have been refused in error
    return tagged(checked);
  }

  @POST
  @Path("/{id}/rotate")
  @Scope("connections:write")
  @Operation(
      summary = "Rotate credentials",
      description = "New credentials for the same account; another account is refused.")
  @APIResponse(responseCode = "200", description = "With its new credentials")
  @APIResponse(responseCode = "502", description = "The platform could not be asked")
  public RestResponse<ConnectionView> rotate(
      @PathParam("id") ConnectionId id,
      @NotNull(message = AN_OBJECT) RotateBody body,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    var rotated =
        authorizations.rotate(caller.tenant(), id, Versions.expected(ifMatch), body.required());
    runs.wakeAll(caller.tenant(), Connections.CONSENT);
    return tagged(rotated);
  }

  @POST
  @Path("/{id}/pause")
  @Scope("connections:write")
  @Operation(
      summary = "Pause a connection",
      description =
          "Nothing new is sent through it once this has answered, undoing included; steps that want"
              + " it wait until it is resumed.")
  public PausedConnectionView pause(@PathParam("id") ConnectionId id) {
    return PausedConnectionView.of(killSwitch.pauseConnection(caller.tenant(), id));
  }

  @POST
  @Path("/{id}/resume")
  @Scope("connections:write")
  @Operation(summary = "Resume a connection")
  public RestResponse<ConnectionView> resume(@PathParam("id") ConnectionId id) {
    return tagged(killSwitch.resumeConnection(caller.tenant(), id));
  }

  @DELETE
  @LabKey
  @Path("/{id}")
  @Scope("connections:write")
  @Operation(summary = "Delete a connection", description = "Its credentials are erased.")
  public void delete(
      @PathParam("id") ConnectionId id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    stayInLab(id);
    connections.delete(caller.tenant(), id, Versions.expected(ifMatch));
  }

  private void stayInLab(ConnectionId id) {
    if (caller.identity().lab()) {
      stayInLab(connections.get(caller.tenant(), id).environment());
    }
  }

  private void stayInLab(String environment) {
    if (caller.identity().lab() && !environment.equals(Environments.LAB)) {
      throw IdentityProblem.laboratory("the connection's environment is not lab");
    }
  }

  private static RestResponse<ConnectionView> tagged(Connection connection) {
    return RestResponse.ResponseBuilder.ok(ConnectionView.of(connection))
        .header("ETag", Versions.tag(connection.version()))
        .build();
  }
}
