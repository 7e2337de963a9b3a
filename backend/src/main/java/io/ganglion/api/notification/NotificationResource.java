package io.ganglion.api.notification;

import io.ganglion.api.Scope;
import io.ganglion.api.Versions;
import io.ganglion.identity.Caller;
import io.ganglion.identity.IdentityProblem;
import io.ganglion.identity.Person;
import io.ganglion.identity.Role;
import io.ganglion.notification.NotificationSettings;
import io.ganglion.notification.Notifications;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What the caller wants to be told of in the tenant, and where. */
@Path("/api/v1/me/notifications")
@Tag(name = "notifications")
@RunOnVirtualThread
public class NotificationResource {
  private static final String AN_OBJECT = "send a JSON object";

  private final Caller caller;
  private final Notifications notifications;

  NotificationResource(Caller caller, Notifications notifications) {
    this.caller = caller;
    this.notifications = notifications;
  }

  @GET
  @Scope(Scope.ANY)
  @Operation(
      summary = "Get what I am told of",
      description =
          "Of a person, in the tenant they act for. Kinds that their role may not see are left out;"
              + " who chose nothing is told as their role is by default.")
  public RestResponse<NotificationsView> get() {
    return tagged(notifications.get(caller.tenant(), self(), role()));
  }

  @PATCH
  @Scope(Scope.ANY)
  @Operation(
      summary = "Choose what I am told of",
      description =
          "What is left out stays. An address is never shown again; to give one enables its channel."
              + " A channel that is sent without an address is taken away.")
  public RestResponse<NotificationsView> change(
      @Valid @NotNull(message = AN_OBJECT) NotificationsBody body,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    return tagged(
        notifications.change(
            caller.tenant(), self(), role(), body.edit(), Versions.expected(ifMatch)));
  }

  @POST
  @Path("/test")
  @Scope(Scope.ANY)
  @APIResponse(responseCode = "200", description = "It was sent; whether it was taken")
  @Operation(
      summary = "Send me a test",
      description =
          "Now, by one channel. One that was disabled is enabled again if it comes through.")
  public NotificationTestView test(@Valid @NotNull(message = AN_OBJECT) NotificationTestBody body) {
    return NotificationTestView.of(
        body.channel(), notifications.test(caller.tenant(), self(), role(), body.which()));
  }

  private Person self() {
    return caller.person().orElseThrow(IdentityProblem::personOnly);
  }

  private Role role() {
    return caller.identity().role().orElseThrow(IdentityProblem::personOnly);
  }

  private static RestResponse<NotificationsView> tagged(NotificationSettings settings) {
    return RestResponse.ResponseBuilder.ok(NotificationsView.of(settings))
        .header("ETag", Versions.tag(settings.version()))
        .build();
  }
}
