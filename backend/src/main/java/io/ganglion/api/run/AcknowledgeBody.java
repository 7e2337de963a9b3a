package io.ganglion.api.run;

import io.ganglion.kernel.InvalidRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a person has seen that a run could not take back.
 *
 * @param subject from the run's {@code waiting_for}
 * @param comment what was done about it, for the record
 */
@Schema(name = "Acknowledge")
public record AcknowledgeBody(
    @Schema(
            required = true,
            maxLength = AcknowledgeBody.MAX_SUBJECT,
            examples = "eff_01kb6m3c9wf2p8h0t5x7r4q2ze")
        @Nullable String subject,
    @Schema(maxLength = AcknowledgeBody.MAX_COMMENT, examples = "refunded by hand")
        @Nullable String comment) {
  /** As long as the position of a visit gets, in characters. */
  static final int MAX_SUBJECT = 4_000;

  /** The longest comment, in characters. */
  static final int MAX_COMMENT = 2_000;

  String named() {
    if (subject == null || subject.isBlank() || subject.length() > MAX_SUBJECT) {
      throw new InvalidRequest("/subject", "send the subject that the run's waiting_for names");
    }
    return subject;
  }

  @Nullable String said() {
    if (comment != null && comment.length() > MAX_COMMENT) {
      throw new InvalidRequest("/comment", "send at most %,d characters".formatted(MAX_COMMENT));
    }
    return comment;
  }
}
