package io.ganglion.api.mcp;

import io.ganglion.api.Public;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.NotFound;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Who gives tokens for agents' tools.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9728">RFC 9728</a>
 */
@Path(ProtectedResource.PATH)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ProtectedResource {
  static final String PATH = "/.well-known/oauth-protected-resource";

  private final Optional<URI> issuer;
  private final URI publicUrl;

  ProtectedResource(
      @ConfigProperty(name = "ganglion.oidc.url") Optional<URI> issuer,
      @ConfigProperty(name = "ganglion.public.url") URI publicUrl) {
    this.issuer = issuer;
    this.publicUrl = publicUrl;
  }

  /** Where the metadata of a resource is: between the host and the resource's path. */
  static String metadata(URI publicUrl, String path) {
    return address(publicUrl, PATH + (path.startsWith("/") ? path : "/" + path));
  }

  private static String address(URI publicUrl, String path) {
    return publicUrl.toString().replaceAll("/+$", "") + path;
  }

  @GET
  @Public("says where to sign in, nothing else")
  @Operation(hidden = true)
  public Map<String, Object> root() {
    return of("/mcp");
  }

  @GET
  @Path("/mcp")
  @Public("says where to sign in, nothing else")
  @Operation(hidden = true)
  public Map<String, Object> mcp() {
    return of("/mcp");
  }

  @GET
  @Path("/mcp/{agent}")
  @Public("says where to sign in, nothing else; the agent may be anybody's or nobody's")
  @Operation(hidden = true)
  public Map<String, Object> mcp(@PathParam("agent") AgentId agent) {
    return of("/mcp/" + agent);
  }

  private Map<String, Object> of(String path) {
    var server = issuer.orElseThrow(() -> new NotFound("authorization server"));
    return Map.of(
        "resource", address(publicUrl, path),
        "resource_name", "Ganglion",
        "authorization_servers", List.of(server.toString()),
        "bearer_methods_supported", List.of("header"));
  }
}
