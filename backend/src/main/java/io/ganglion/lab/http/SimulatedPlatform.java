package io.ganglion.lab.http;

import io.ganglion.kernel.Roles;
import io.ganglion.lab.Call;
import io.ganglion.lab.Platform;
import io.ganglion.lab.Stage;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Every simulated platform's own API; who answers what is the affair of its simulator. */
@Path("/lab/{platform}")
@RunOnVirtualThread
public class SimulatedPlatform {
  private final Stage stage;
  private final boolean enabled;

  SimulatedPlatform(Stage stage, Roles roles) {
    this.stage = stage;
    this.enabled = roles.roles().contains(Roles.LAB);
  }

  @GET
  @Path("{path:.*}")
  @Operation(hidden = true)
  public Response get(@PathParam("platform") String platform, @Context RoutingContext context)
      throws InterruptedException {
    return play(platform, context, new byte[0]);
  }

  @POST
  @Path("{path:.*}")
  @Operation(hidden = true)
  public Response post(
      @PathParam("platform") String platform,
      @Context RoutingContext context,
      byte @Nullable [] body)
      throws InterruptedException {
    return play(platform, context, body == null ? new byte[0] : body);
  }

  @PUT
  @Path("{path:.*}")
  @Operation(hidden = true)
  public Response put(
      @PathParam("platform") String platform,
      @Context RoutingContext context,
      byte @Nullable [] body)
      throws InterruptedException {
    return play(platform, context, body == null ? new byte[0] : body);
  }

  @PATCH
  @Path("{path:.*}")
  @Operation(hidden = true)
  public Response patch(
      @PathParam("platform") String platform,
      @Context RoutingContext context,
      byte @Nullable [] body)
      throws InterruptedException {
    return play(platform, context, body == null ? new byte[0] : body);
  }

  @DELETE
  @Path("{path:.*}")
  @Operation(hidden = true)
  public Response delete(
      @PathParam("platform") String platform,
      @Context RoutingContext context,
      byte @Nullable [] body)
      throws InterruptedException {
    return play(platform, context, body == null ? new byte[0] : body);
  }

  private Response play(String word, RoutingContext context, byte[] body)
      throws InterruptedException {
    var platform = Platform.of(word);
    if (!enabled || platform.isEmpty()) {
      return Response.status(404).build();
    }
    var performance = stage.play(platform.get(), call(word, context.request(), body));
    return Wire.send(performance, context);
  }

  private static Call call(String platform, HttpServerRequest request, byte[] body) {
    var headers = new HashMap<String, String>();
    request.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    var whole = Objects.requireNonNullElse(request.path(), "");
    var path = whole.substring("/lab/".length() + platform.length());
    var query = Objects.requireNonNullElse(request.query(), "");
    var site = request.scheme() + "://" + request.authority();
    return new Call(
        request.method().name(), path.isEmpty() ? "/" : path, query, headers, body, site);
  }
}
