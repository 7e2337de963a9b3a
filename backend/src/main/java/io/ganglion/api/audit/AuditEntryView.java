package io.ganglion.api.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.audit.Entry;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One line of the audit log. */
@Schema(name = "AuditEntry")
public record AuditEntryView(
    @Schema(description = "From 1, without a gap", examples = "42") long seq,
    Instant at,
    @Schema(
            description = "operator, system, or an API key's identifier",
            examples = "key_01h2xcejqtf2nbrexx3vqjhp41")
        String actor,
    @Schema(
            description = "The IP address of the caller; null for the platform's own acts",
            examples = "203.0.113.7")
        @Nullable String address,
    @Schema(description = "What was done", examples = "connection.rotated") String action,
    @Schema(
            description = "The identifier of what was changed",
            examples = "con_01h2xcejqtf2nbrexx3vqjhp41")
        String target,
    @Schema(
            implementation = Object.class,
            description = "As it was, without secrets; null where it was made")
        JsonNode before,
    @Schema(
            implementation = Object.class,
            description = "As it is, without secrets; null where it is gone")
        JsonNode after,
    @Schema(description = "The hash of the line before; 64 zeros for the first") String previous,
    @Schema(
            description =
                "SHA-256 of this object's canonical JSON (RFC 8785) without the member hash, hexadecimal")
        String hash) {
  static AuditEntryView of(Entry entry) {
    return new AuditEntryView(
        entry.seq(),
        entry.at(),
        entry.actor(),
        entry.address().orElse(null),
        entry.change().action(),
        entry.change().target(),
        entry.change().before(),
        entry.change().after(),
        entry.previous(),
        entry.hash());
  }
}
