package io.ganglion.api.approval;

import io.ganglion.kernel.InvalidRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What goes with a decision.
 *
 * @param comment why, for the record and the workflow
 */
@Schema(name = "Decide")
public record DecisionBody(
    @Schema(examples = "checked with Ada", maxLength = DecisionBody.MAX_COMMENT)
        @Nullable String comment) {
  /** The longest comment, in characters. */
  static final int MAX_COMMENT = 2_000;

  @Nullable String checked() {
    if (comment != null && comment.length() > MAX_COMMENT) {
      throw new InvalidRequest("/comment", "send at most %,d characters".formatted(MAX_COMMENT));
    }
    return comment;
  }
}
