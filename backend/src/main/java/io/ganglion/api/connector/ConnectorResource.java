package io.ganglion.api.connector;

import io.ganglion.addition.Addition;
import io.ganglion.addition.Additions;
import io.ganglion.api.Listing;
import io.ganglion.api.Scope;
import io.ganglion.api.Versions;
import io.ganglion.connector.Catalogue;
import io.ganglion.connector.Connector;
import io.ganglion.connector.Environments;
import io.ganglion.connector.Manifest;
import io.ganglion.connector.OwnConnectors;
import io.ganglion.identity.Caller;
import io.ganglion.kernel.NotFound;
import io.ganglion.oauth.Apps;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The catalogue, and connectors of a tenant's own. */
@Path("/api/v1/connectors")
@Tag(name = "connectors")
@RunOnVirtualThread
public class ConnectorResource {
  private static final String AN_OBJECT = "send a JSON object";

  private final Caller caller;
  private final Catalogue catalogue;
  private final Additions additions;
  private final Environments environments;
  private final Apps apps;

  ConnectorResource(
      Caller caller,
      Catalogue catalogue,
      Additions additions,
      Environments environments,
      Apps apps) {
    this.apps = apps;
    this.caller = caller;
    this.catalogue = catalogue;
    this.additions = additions;
    this.environments = environments;
  }

  @GET
  @Scope("connectors:read")
  @Operation(
      summary = "List connectors",
      description =
          "All of them, by name, with their actions and limits; those of your own come last.")
  public Listing<ConnectorView> list() {
    return new Listing<>(catalogue.all(caller.tenant()).stream().map(this::view).toList(), null);
  }

  @GET
  @Path("/{name}")
  @Scope("connectors:read")
  @Operation(
      summary = "Get a connector",
      description = "One of your own comes with what of it can't be called, and an ETag.")
  public RestResponse<ConnectorView> get(@PathParam("name") String name) {
    return additions
        .find(caller.tenant(), name)
        .map(this::tagged)
        .or(
            () ->
                catalogue
                    .shipped(name)
                    .map(Connector::manifest)
                    .map(this::view)
                    .map(RestResponse::ok))
        .orElseThrow(() -> new NotFound("connector"));
  }

  @POST
  @Scope("connectors:write")
  @Operation(
      summary = "Make a connector",
      description =
          "Of an OpenAPI document, pasted or at an address, or of the tools of an MCP server. Each"
              + " operation or tool becomes an action, classed by its method; what a server says of"
              + " its tools counts once you confirm it.")
  @APIResponse(responseCode = "201", description = "Made")
  @APIResponse(responseCode = "502", description = "The description could not be read")
  public RestResponse<ConnectorView> create(@NotNull(message = AN_OBJECT) NewConnectorBody body) {
    var addition = additions.create(caller.tenant(), body.wanted());
    return RestResponse.ResponseBuilder.<ConnectorView>created(
            URI.create("/api/v1/connectors/" + addition.name()))
        .header("ETag", Versions.tag(addition.version()))
        .entity(ConnectorView.of(addition, environments))
        .build();
  }

  @PATCH
  @Path("/{name}")
  @Scope("connectors:write")
  @Operation(
      summary = "Change a connector of your own",
      description =
          "What you say of its actions is taken at your word. What is under way goes on as it was"
              + " prepared.")
  public RestResponse<ConnectorView> edit(
      @PathParam("name") String name,
      @NotNull(message = AN_OBJECT) ConnectorEditBody body,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    return tagged(additions.edit(caller.tenant(), name, body.edit(), Versions.expected(ifMatch)));
  }

  @POST
  @Path("/{name}/refresh")
  @Scope("connectors:write")
  @Operation(
      summary = "Read a connector's description anew",
      description =
          "Shows what has changed; sent again with the digest as confirm, it takes that over. An"
              + " action that changed is classed as if it were new.")
  @APIResponse(responseCode = "200", description = "What has changed")
  @APIResponse(responseCode = "502", description = "The description could not be read")
  public RestResponse<RefreshedView> refresh(
      @PathParam("name") String name,
      @NotNull(message = AN_OBJECT) RefreshBody body,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    var refreshed =
        additions.refresh(caller.tenant(), name, body.fresh(), Versions.expected(ifMatch));
    return RestResponse.ResponseBuilder.ok(RefreshedView.of(refreshed, environments))
        .header("ETag", Versions.tag(refreshed.addition().version()))
        .build();
  }

  @DELETE
  @Path("/{name}")
  @Scope("connectors:write")
  @ResponseStatus(204)
  @APIResponse(responseCode = "204", description = "Deleted")
  @Operation(
      summary = "Delete a connector of your own",
      description = "Refused while connections or the latest versions of workflows use it.")
  public void delete(
      @PathParam("name") String name, @HeaderParam("If-Match") @Nullable String ifMatch) {
    additions.delete(caller.tenant(), name, Versions.expected(ifMatch));
  }

  private ConnectorView view(Manifest manifest) {
    return OwnConnectors.named(manifest.name())
        ? additions
            .find(caller.tenant(), manifest.name())
            .map(addition -> ConnectorView.of(addition, environments))
            .orElseGet(() -> shipped(manifest))
        : shipped(manifest);
  }

  private ConnectorView shipped(Manifest manifest) {
    return ConnectorView.of(manifest, environments, apps.has(manifest.name()));
  }

  private RestResponse<ConnectorView> tagged(Addition addition) {
    return RestResponse.ResponseBuilder.ok(ConnectorView.of(addition, environments))
        .header("ETag", Versions.tag(addition.version()))
        .build();
  }
}
