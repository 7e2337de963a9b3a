package io.ganglion.api.billing;

import io.ganglion.billing.Document;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What one agent's runs held of one system in the month. */
@Schema(name = "InvoiceUsage")
public record HeldView(
    @Schema(
            description = "Null for runs without one, and in the row of all that is not listed",
            examples = "agt_01h2xcejqtf2nbrexx3vqjhp41")
        @Nullable String agent,
    @Schema(examples = "campaigner") @Nullable String agentName,
    @Schema(examples = "x") String connector,
    @Schema(
            description = "Null in the row of all that is not listed",
            examples = "sys_01h2xcejqtf2nbrexx3vqjhp41")
        @Nullable String system,
    @Schema(examples = "x @acme") String label,
    @Schema(description = "Depth-milliseconds", examples = "3600000") long recordedMs,
    @Schema(description = "Of these, what nothing zero-rates", examples = "3600000")
        long billableMs) {
  static HeldView of(Document.Held held) {
    return new HeldView(
        held.agent(),
        held.agentName(),
        held.connector(),
        held.system(),
        held.label(),
        held.recordedMs(),
        held.billableMs());
  }
}
