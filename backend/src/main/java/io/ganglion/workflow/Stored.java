package io.ganglion.workflow;

/**
 * What became of a workflow somebody sent.
 *
 * @param created false where this very document was stored before
 */
public record Stored(WorkflowVersion workflow, boolean created) {}
