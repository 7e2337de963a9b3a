package io.ganglion.api.workflow;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.WorkflowId;
import io.ganglion.workflow.Document;
import io.ganglion.workflow.WorkflowVersion;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One version of a workflow, as callers see it. */
@Schema(name = "Workflow", description = "One version of a workflow; it never changes.")
public record WorkflowView(
    WorkflowId id,
    String namespace,
    String name,
    String version,
    String title,
    @Schema(description = "SHA-256 of the document's canonical JSON") String hash,
    Instant createdAt,
    @Schema(description = "The document as JSON; only when one workflow is read")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable JsonNode definition) {

  /** Without its document. */
  public static WorkflowView of(WorkflowVersion workflow) {
    return of(workflow, null);
  }

  static WorkflowView of(Document document) {
    return of(document.workflow(), document.source());
  }

  private static WorkflowView of(WorkflowVersion workflow, @Nullable JsonNode definition) {
    return new WorkflowView(
        workflow.id(),
        workflow.namespace(),
        workflow.name(),
        workflow.version(),
        workflow.title(),
        workflow.hash(),
        workflow.createdAt(),
        definition);
  }
}
