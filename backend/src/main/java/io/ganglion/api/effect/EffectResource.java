package io.ganglion.api.effect;

import io.ganglion.api.Listing;
import io.ganglion.api.Scope;
import io.ganglion.effect.EffectState;
import io.ganglion.effect.EffectStore;
import io.ganglion.identity.Caller;
import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.Json;
import io.ganglion.run.Runs;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The effect ledger. */
@Path("/api/v1/effects")
@Tag(name = "effects")
@RunOnVirtualThread
public class EffectResource {
  private final Caller caller;
  private final EffectStore effects;
  private final Runs runs;

  EffectResource(Caller caller, EffectStore effects, Runs runs) {
    this.caller = caller;
    this.effects = effects;
    this.runs = runs;
  }

  @GET
  @Scope("effects:read")
  @Operation(
      summary = "List effects",
      description = "In the order they were intended; narrow by state.")
  public Listing<EffectView> list(
      @QueryParam("state") @Nullable EffectState state,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return EffectPages.of(caller.tenant(), effects, null, state, limit, cursor);
  }

  @GET
  @Path("/{id}")
  @Scope("effects:read")
  @Operation(summary = "Get an effect")
  public EffectView get(@PathParam("id") EffectId id) {
    return EffectView.of(effects.get(caller.tenant(), id));
  }

  @POST
  @Path("/{id}/look-up")
  @Scope("effects:write")
  @Operation(
      summary = "Look up now",
      description = "Wakes the effect's run, so that the platform is asked again at once.")
  public EffectView lookUp(@PathParam("id") EffectId id) {
    var effect = effects.get(caller.tenant(), id);
    runs.wake(caller.tenant(), effect.frozen().run());
    return EffectView.of(effect);
  }

  @POST
  @Path("/{id}/resolve")
  @Scope("effects:write")
  @Operation(
      summary = "Resolve an UNKNOWN effect",
      description =
          "Says whether it landed, when nobody but a person or the agent can tell; its run goes on.")
  public EffectView resolve(@PathParam("id") EffectId id, ResolveBody body) {
    var landed = body.landed();
    var output = body.output() == null ? Json.object() : body.output();
    runs.resolve(
        caller.tenant(), id, landed, Objects.requireNonNullElse(body.reference(), ""), output);
    return EffectView.of(effects.get(caller.tenant(), id));
  }
}
