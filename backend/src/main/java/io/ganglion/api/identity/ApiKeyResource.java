package io.ganglion.api.identity;

import io.ganglion.api.LabKey;
import io.ganglion.api.Listing;
import io.ganglion.api.OverlapBody;
import io.ganglion.api.Scope;
import io.ganglion.api.ShownOnce;
import io.ganglion.api.Versions;
import io.ganglion.identity.ApiKey;
import io.ganglion.identity.ApiKeys;
import io.ganglion.identity.Caller;
import io.ganglion.kernel.ApiKeyId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** API keys. */
@Path("/api/v1/api-keys")
@Tag(name = "api-keys")
@RunOnVirtualThread
public class ApiKeyResource {
  private final Caller caller;
  private final ApiKeys keys;

  ApiKeyResource(Caller caller, ApiKeys keys) {
    this.caller = caller;
    this.keys = keys;
  }

  @POST
  @LabKey
  @Scope("api-keys:write")
  @ResponseStatus(201)
  @ShownOnce
  @APIResponse(responseCode = "201", description = "Made; the secret is never shown again")
  @Operation(
      summary = "Make an API key",
      description = "It can't be given a scope that the key which makes it lacks.")
  public NewApiKeyView create(@Valid @NotNull(message = "send a JSON object") ApiKeyBody body) {
    return NewApiKeyView.of(keys.create(caller.identity(), body.toKey()));
  }

  @GET
  @Scope("api-keys:read")
  @Operation(summary = "List API keys", description = "Newest first, revoked ones too.")
  public Listing<ApiKeyView> list(
      @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
    var request = Listing.request(limit, cursor);
    var before = request.cursor().map(at -> Listing.cursor(at, ApiKeyId::fromString));
    return Listing.of(keys.list(caller.tenant(), request.limit(), before), ApiKeyView::of);
  }

  @GET
  @Path("/{id}")
  @Scope("api-keys:read")
  @Operation(summary = "Get an API key")
  public RestResponse<ApiKeyView> get(@PathParam("id") ApiKeyId id) {
    return tagged(keys.get(caller.tenant(), id));
  }

  @POST
  @Path("/{id}/rotate")
  @Scope("api-keys:write")
  @ResponseStatus(201)
  @ShownOnce
  @APIResponse(responseCode = "201", description = "Made; the secret is never shown again")
  @Operation(
      summary = "Replace an API key",
      description =
          "Makes a key with the same name, mode, scopes, addresses and expiry; the old one works for the overlap.")
  public NewApiKeyView rotate(
      @PathParam("id") ApiKeyId id,
      @Nullable OverlapBody body,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    return NewApiKeyView.of(
        keys.rotate(caller.identity(), id, OverlapBody.of(body), Versions.expected(ifMatch)));
  }

  @POST
  @Path("/{id}/revoke")
  @Scope("api-keys:write")
  @Operation(summary = "Revoke an API key", description = "After the answer it opens nothing.")
  public RestResponse<ApiKeyView> revoke(
      @PathParam("id") ApiKeyId id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return tagged(keys.revoke(caller.tenant(), id, Versions.expected(ifMatch)));
  }

  private static RestResponse<ApiKeyView> tagged(ApiKey key) {
    return RestResponse.ResponseBuilder.ok(ApiKeyView.of(key))
        .header("ETag", Versions.tag(key.version()))
        .build();
  }
}
