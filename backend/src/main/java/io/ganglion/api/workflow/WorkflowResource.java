package io.ganglion.api.workflow;

import io.ganglion.api.JsonTree;
import io.ganglion.api.LabKey;
import io.ganglion.api.Listing;
import io.ganglion.api.Scope;
import io.ganglion.identity.Caller;
import io.ganglion.identity.IdentityProblem;
import io.ganglion.kernel.WorkflowId;
import io.ganglion.workflow.Workflows;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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

/** Workflows. */
@Path("/api/v1/workflows")
@Tag(name = "workflows")
@RunOnVirtualThread
public class WorkflowResource {
  private static final String YAML = "application/yaml";
  private static final String JSON = "application/json";

  private final Caller caller;
  private final Workflows workflows;

  WorkflowResource(Caller caller, Workflows workflows) {
    this.caller = caller;
    this.workflows = workflows;
  }

  @POST
  @LabKey
  @Consumes({YAML, JSON})
  @Scope("workflows:write")
  @Operation(
      summary = "Store a workflow version",
      description =
          "The body is the document itself (DSL 1.0.3), YAML or JSON. The same document again"
              + " answers 200; another one under the same version 409. A key for the laboratory stores versions of names"
              + " that no live key and no person has used.")
  @APIResponse(responseCode = "200", description = "It was stored before")
  @APIResponse(responseCode = "201", description = "Stored")
  public RestResponse<WorkflowView> create(byte[] document) {
    var text = JsonTree.text(document);
    if (caller.identity().lab()
        && !workflows.validate(caller.tenant(), text).schedules().isEmpty()) {
      throw IdentityProblem.laboratory("a schedule would start runs outside of it");
    }
    var stored = workflows.create(caller.tenant(), text, caller.identity().lab());
    var view = WorkflowView.of(stored.workflow());
    if (!stored.created()) {
      return RestResponse.ok(view);
    }
    return RestResponse.ResponseBuilder.<WorkflowView>created(
            URI.create("/api/v1/workflows/" + view.id()))
        .entity(view)
        .build();
  }

  @POST
  @LabKey
  @Path("/validate")
  @Consumes({YAML, JSON})
  @Scope("workflows:read")
  @Operation(
      summary = "Validate a document",
      description = "Stores nothing; a document that is not valid answers 422.")
  public ValidView validate(byte[] document) {
    var definition = workflows.validate(caller.tenant(), JsonTree.text(document));
    return new ValidView(definition.namespace(), definition.name(), definition.version());
  }

  @GET
  @Scope("workflows:read")
  @Operation(
      summary = "List workflow versions",
      description = "Newest first; narrow by name (namespace/name).")
  public Listing<WorkflowView> list(
      @QueryParam("name") @Nullable String name,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var request = Listing.request(limit, cursor);
    var after = request.cursor().map(at -> Listing.cursor(at, WorkflowId::fromString));
    var page = workflows.list(caller.tenant(), Optional.ofNullable(name), request.limit(), after);
    return Listing.of(page, WorkflowView::of);
  }

  @GET
  @Path("/{id}")
  @Scope("workflows:read")
  @Operation(summary = "Get a workflow version with its document")
  public WorkflowView get(@PathParam("id") WorkflowId id) {
    return WorkflowView.of(workflows.get(caller.tenant(), id));
  }
}
