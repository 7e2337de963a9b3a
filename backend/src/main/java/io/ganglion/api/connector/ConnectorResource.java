package io.ganglion.api.connector;

import io.ganglion.api.Listing;
import io.ganglion.api.Scope;
import io.ganglion.connector.Catalogue;
import io.ganglion.connector.Connector;
import io.ganglion.connector.Environments;
import io.ganglion.connector.Manifest;
import io.ganglion.kernel.NotFound;
import io.ganglion.oauth.Apps;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The catalogue. */
@Path("/api/v1/connectors")
@Tag(name = "connectors")
@RunOnVirtualThread
public class ConnectorResource {
  private final Catalogue catalogue;
  private final Environments environments;
  private final Apps apps;

  ConnectorResource(Catalogue catalogue, Environments environments, Apps apps) {
    this.apps = apps;
    this.catalogue = catalogue;
    this.environments = environments;
  }

  @GET
  @Scope("connectors:read")
  @Operation(
      summary = "List connectors",
      description = "All of them, by name, with their actions and limits.")
  public Listing<ConnectorView> list() {
    return new Listing<>(catalogue.all().stream().map(this::view).toList(), null);
  }

  @GET
  @Path("/{name}")
  @Scope("connectors:read")
  @Operation(summary = "Get a connector")
  public ConnectorView get(@PathParam("name") String name) {
    return catalogue
        .connector(name)
        .map(Connector::manifest)
        .map(this::view)
        .orElseThrow(() -> new NotFound("connector"));
  }

  private ConnectorView view(Manifest manifest) {
    return ConnectorView.of(manifest, environments, apps.has(manifest.name()));
  }
}
