package io.ganglion.api.workflow;

import io.ganglion.api.Scope;
import io.ganglion.identity.Caller;
import io.ganglion.kernel.WorkflowId;
import io.ganglion.workflow.ScheduleState;
import io.ganglion.workflow.Schedules;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A workflow's schedule; any version's id stands for the workflow's name. */
@Path("/api/v1/workflows/{id}/schedule")
@Tag(name = "workflows")
@RunOnVirtualThread
public class ScheduleResource {
  private final Caller caller;
  private final Schedules schedules;

  ScheduleResource(Caller caller, Schedules schedules) {
    this.caller = caller;
    this.schedules = schedules;
  }

  @GET
  @Scope("workflows:read")
  @Operation(
      summary = "Get a workflow's schedule",
      description = "That of the latest version; 404 when it has none.")
  public ScheduleView get(@PathParam("id") WorkflowId id) {
    return view(schedules.get(caller.tenant(), id));
  }

  @POST
  @Path("/pause")
  @Scope("workflows:write")
  @Operation(
      summary = "Pause a workflow's schedule",
      description = "No more runs are started until it is resumed; those under way go on.")
  public ScheduleView pause(@PathParam("id") WorkflowId id) {
    return view(schedules.pause(caller.tenant(), id));
  }

  @POST
  @Path("/resume")
  @Scope("workflows:write")
  @Operation(
      summary = "Resume a workflow's schedule",
      description = "From now on: instants and events of the pause are passed over.")
  public ScheduleView resume(@PathParam("id") WorkflowId id) {
    return view(schedules.resume(caller.tenant(), id));
  }

  private ScheduleView view(ScheduleState state) {
    return ScheduleView.of(state, schedules.kind(caller.tenant(), state));
  }
}
