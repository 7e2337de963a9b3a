package io.ganglion.api.approval;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to be changed; what is left out stays. */
@Schema(name = "ApprovalLinkSettingEdit")
public record LinkSettingBody(
    @Schema(description = "false: links in mails open nothing any more", examples = "true")
        @Nullable Boolean mail,
    @Schema(description = "As mail, for Slack", examples = "false") @Nullable Boolean slack) {}
