package io.ganglion.api.mcp;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells a client without a credential where it gets one.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9728#section-5.1">RFC 9728</a>
 */
@Provider
class Challenge implements ContainerResponseFilter {
  private final ResourceInfo resource;
  private final Optional<URI> issuer;
  private final URI publicUrl;

  Challenge(
      ResourceInfo resource,
      @ConfigProperty(name = "ganglion.oidc.url") Optional<URI> issuer,
      @ConfigProperty(name = "ganglion.public.url") URI publicUrl) {
    this.resource = resource;
    this.issuer = issuer;
    this.publicUrl = publicUrl;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() == 401
        && resource.getResourceClass() == McpResource.class
        && issuer.isPresent()) {
      response
          .getHeaders()
          .putSingle(
              HttpHeaders.WWW_AUTHENTICATE,
              "Bearer resource_metadata=\"%s\""
                  .formatted(
                      ProtectedResource.metadata(publicUrl, request.getUriInfo().getPath())));
    }
  }
}
