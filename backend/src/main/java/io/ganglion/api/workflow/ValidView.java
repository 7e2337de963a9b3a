package io.ganglion.api.workflow;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The names of a document that is valid. */
@Schema(name = "ValidWorkflow")
public record ValidView(String namespace, String name, String version) {}
