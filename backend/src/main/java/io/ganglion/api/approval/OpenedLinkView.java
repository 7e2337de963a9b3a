package io.ganglion.api.approval;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.approval.ApprovalState;
import io.ganglion.approval.link.Links;
import io.ganglion.kernel.ApprovalId;
import io.ganglion.kernel.RunId;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a link asks for, as whoever has it sees it. */
@Schema(name = "OpenedApprovalLink", description = "What a link asks to be decided.")
public record OpenedLinkView(
    ApprovalId approval,
    ApprovalState state,
    @Schema(description = "The tenant's name", examples = "Acme Research") String tenant,
    @Schema(examples = "Send 0.5 ETH to the supplier?") String title,
    @Schema(description = "What is asked; for an act its function, connection and frozen arguments")
        JsonNode detail,
    RunId run,
    @Schema(
            description = "What it means that nobody decides in time",
            enumeration = {"approve", "reject", "fail"})
        String onTimeout,
    Instant askedAt,
    @Schema(description = "Nobody can decide from then on") Instant expiresAt,
    @Schema(description = "Whom the link went to", examples = "ada@example.org") String sentTo,
    @Schema(description = "The link opens nothing from then on") Instant linkExpiresAt) {
  static OpenedLinkView of(Links.Opened opened, String tenant) {
    var asked = opened.approval().asked();
    return new OpenedLinkView(
        asked.id(),
        opened.approval().state(),
        tenant,
        asked.title(),
        asked.detail(),
        asked.run(),
        asked.onTimeout().word(),
        asked.askedAt(),
        asked.expiresAt(),
        opened.link().sentTo(),
        opened.link().expiresAt());
  }
}
