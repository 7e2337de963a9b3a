package io.ganglion.api.audit;

import io.ganglion.audit.AuditLog;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether the audit log's chain holds. */
@Schema(name = "AuditVerdict")
public record AuditVerdictView(
    @Schema(description = "Whether every line is as it was written") boolean intact,
    @Schema(examples = "42") long entries,
    @Schema(description = "The last line's hash; keep it to see later that nothing was cut off")
        String head,
    @Schema(description = "The number of the first line that is not as it was written")
        @Nullable Long firstBroken) {
  static AuditVerdictView of(AuditLog.Verdict verdict) {
    var broken = verdict.broken();
    return new AuditVerdictView(
        broken.isEmpty(),
        verdict.entries(),
        verdict.head(),
        broken.isPresent() ? broken.getAsLong() : null);
  }
}
