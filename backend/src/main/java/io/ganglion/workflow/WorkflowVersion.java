package io.ganglion.workflow;

import io.ganglion.kernel.WorkflowId;
import java.time.Instant;

/**
 * One version of a workflow, as it is listed. It never changes.
 *
 * @param title for people; the name where the document has none
 * @param hash SHA-256 of the document's canonical JSON, hexadecimal: layout and comments don't
 *     count
 */
public record WorkflowVersion(
    WorkflowId id,
    String namespace,
    String name,
    String version,
    String title,
    String hash,
    Instant createdAt) {}
