package io.ganglion.lab.http;

import io.ganglion.kernel.Roles;
import io.ganglion.lab.image.Pictures;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Files of the image server. */
@Path("/lab/image/files")
@RunOnVirtualThread
public class GeneratedImages {
  private final Pictures pictures;
  private final boolean enabled;

  GeneratedImages(Pictures pictures, Roles roles) {
    this.pictures = pictures;
    this.enabled = roles.roles().contains(Roles.LAB);
  }

  @GET
  @Path("{name}")
  @Operation(hidden = true)
  public Response file(@PathParam("name") String name) {
    if (!enabled) {
      return Response.status(404).build();
    }
    return pictures
        .png(name)
        .map(png -> Response.ok(png, "image/png").build())
        .orElseGet(() -> Response.status(404).build());
  }
}
