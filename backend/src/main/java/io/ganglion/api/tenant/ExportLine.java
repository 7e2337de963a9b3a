package io.ganglion.api.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A line of a tenant's export. */
@Schema(name = "ExportLine")
public record ExportLine(
    @Schema(description = "Which table", examples = "run") String table,
    @Schema(description = "Its columns as they are stored") JsonNode row) {}
