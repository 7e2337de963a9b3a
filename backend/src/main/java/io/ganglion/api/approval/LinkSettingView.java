package io.ganglion.api.approval;

import io.ganglion.approval.link.LinkSetting;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** By which notifications links go out. */
@Schema(name = "ApprovalLinkSetting")
public record LinkSettingView(
    @Schema(description = "Mails about approvals bring links, and those open") boolean mail,
    @Schema(description = "As mail, for Slack: whoever sees the channel can decide")
        boolean slack) {
  static LinkSettingView of(LinkSetting setting) {
    return new LinkSettingView(setting.mail(), setting.slack());
  }
}
