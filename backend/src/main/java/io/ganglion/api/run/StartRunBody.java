package io.ganglion.api.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.InvalidRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What to start.
 *
 * @param workflow {@code wfl_…}, or {@code namespace/name} (the latest version), or {@code
 *     namespace/name:version}
 * @param agent who acts; needed when the workflow calls connector actions
 * @param input the workflow's raw input; an empty object by default
 */
@Schema(name = "StartRun")
public record StartRunBody(
    @Schema(required = true, examples = "demo/campaign:1.0.0") @Nullable String workflow,
    @Nullable AgentId agent,
    @Nullable JsonNode input) {

  String reference() {
    if (workflow == null || workflow.isBlank()) {
      throw new InvalidRequest(
          "/workflow", "name a workflow: its wfl_… id or namespace/name[:version]");
    }
    return workflow;
  }
}
