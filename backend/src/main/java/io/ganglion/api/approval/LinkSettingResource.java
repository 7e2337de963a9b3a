package io.ganglion.api.approval;

import io.ganglion.api.Scope;
import io.ganglion.api.Versions;
import io.ganglion.approval.link.LinkSetting;
import io.ganglion.approval.link.LinkSettings;
import io.ganglion.identity.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** By which notifications a tenant lets links to approvals go out. */
@Path("/api/v1/tenant/approval-links")
@Tag(name = "tenants")
@RunOnVirtualThread
public class LinkSettingResource {
  private final Caller caller;
  private final LinkSettings settings;

  LinkSettingResource(Caller caller, LinkSettings settings) {
    this.caller = caller;
    this.settings = settings;
  }

  @GET
  @Scope("tenant:read")
  @Operation(
      summary = "Get which messages bring links to approvals",
      description =
          "By mail where nobody chose, unless members have to sign in through the tenant's own"
              + " provider.")
  public RestResponse<LinkSettingView> get() {
    return tagged(settings.get(caller.tenant()));
  }

  @PATCH
  @Scope("tenant:write")
  @Operation(
      summary = "Choose which messages bring links to approvals",
      description = "Links that went out by a way that is closed open nothing any more.")
  public RestResponse<LinkSettingView> change(
      @Valid @NotNull(message = "send a JSON object") LinkSettingBody body,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    return tagged(
        settings.change(
            caller.tenant(),
            Optional.ofNullable(body.mail()),
            Optional.ofNullable(body.slack()),
            Versions.expected(ifMatch)));
  }

  private static RestResponse<LinkSettingView> tagged(LinkSetting setting) {
    return RestResponse.ResponseBuilder.ok(LinkSettingView.of(setting))
        .header("ETag", Versions.tag(setting.version()))
        .build();
  }
}
