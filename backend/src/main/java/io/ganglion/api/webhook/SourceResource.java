package io.ganglion.api.webhook;

import io.ganglion.api.Listing;
import io.ganglion.api.OverlapBody;
import io.ganglion.api.Scope;
import io.ganglion.api.ShownOnce;
import io.ganglion.api.Versions;
import io.ganglion.identity.Caller;
import io.ganglion.kernel.SourceId;
import io.ganglion.webhook.source.Source;
import io.ganglion.webhook.source.Sources;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Sources: addresses for other systems' webhooks. */
@Path("/api/v1/sources")
@Tag(name = "webhooks")
@RunOnVirtualThread
public class SourceResource {
  private static final String AN_OBJECT = "send a JSON object";
  private final Caller caller;
  private final Sources sources;
  private final URI publicUrl;

  SourceResource(
      Caller caller, Sources sources, @ConfigProperty(name = "ganglion.public.url") URI publicUrl) {
    this.caller = caller;
    this.sources = sources;
    this.publicUrl = publicUrl;
  }

  @POST
  @Scope("webhooks:write")
  @ResponseStatus(201)
  @ShownOnce
  @APIResponse(responseCode = "201", description = "Made; the address is never shown again")
  @Operation(
      summary = "Make a source",
      description = "What is POSTed to its address becomes an event on the tenant's bus.")
  public NewSourceView create(@Valid @NotNull(message = AN_OBJECT) SourceBody body) {
    return view(
        sources.create(
            caller.tenant(),
            new SourceId(caller.request()),
            body.wanted(),
            Optional.ofNullable(body.secret())));
  }

  @GET
  @Scope("webhooks:read")
  @Operation(summary = "List sources", description = "Newest first.")
  public Listing<SourceView> list(
      @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
    var request = Listing.request(limit, cursor);
    var before = request.cursor().map(at -> Listing.cursor(at, SourceId::fromString));
    return Listing.of(sources.list(caller.tenant(), request.limit(), before), SourceView::of);
  }

  @GET
  @Path("/{id}")
  @Scope("webhooks:read")
  @Operation(summary = "Get a source")
  public RestResponse<SourceView> get(@PathParam("id") SourceId id) {
    return tagged(sources.get(caller.tenant(), id));
  }

  @PATCH
  @Path("/{id}")
  @Scope("webhooks:write")
  @Operation(
      summary = "Change a source's name or secret",
      description = "Of a secret the one before holds for the overlap, too.")
  public RestResponse<SourceView> change(
      @PathParam("id") SourceId id,
      @Valid @NotNull(message = AN_OBJECT) SourceEditBody body,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    return tagged(
        sources.change(
            caller.tenant(),
            id,
            Optional.ofNullable(body.name()),
            Optional.ofNullable(body.secret()),
            body.orUsual(),
            Versions.expected(ifMatch)));
  }

  @POST
  @Path("/{id}/rotate")
  @Scope("webhooks:write")
  @ResponseStatus(201)
  @ShownOnce
  @APIResponse(responseCode = "201", description = "Made; the address is never shown again")
  @Operation(
      summary = "Give a source a new address",
      description = "The one before goes on for the overlap.")
  public NewSourceView rotate(
      @PathParam("id") SourceId id,
      @Nullable OverlapBody body,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    return view(
        sources.rotate(caller.tenant(), id, OverlapBody.of(body), Versions.expected(ifMatch)));
  }

  @DELETE
  @Path("/{id}")
  @Scope("webhooks:write")
  @ResponseStatus(204)
  @APIResponse(responseCode = "204", description = "Deleted; its address is no more")
  @Operation(summary = "Delete a source", description = "Events that it got stay.")
  public void delete(
      @PathParam("id") SourceId id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    sources.delete(caller.tenant(), id, Versions.expected(ifMatch));
  }

  private NewSourceView view(Sources.Made made) {
    return new NewSourceView(
        SourceView.of(made.source()), publicUrl.resolve("/in/" + made.token()).toString());
  }

  private static RestResponse<SourceView> tagged(Source source) {
    return RestResponse.ResponseBuilder.ok(SourceView.of(source))
        .header("ETag", Versions.tag(source.version()))
        .build();
  }
}
