package io.ganglion.api.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.workflow.Language;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What Ganglion adds to the Serverless Workflow DSL. */
@Schema(name = "WorkflowLanguage")
public record LanguageView(
    @Schema(description = "The version of the DSL", examples = "1.0.3") String dsl,
    @Schema(
            description = "A JSON Schema of a task's metadata.ganglion",
            implementation = Object.class)
        JsonNode metadata,
    @Schema(
            description =
                "A JSON Schema of the arguments of each function that isn't a connector's, by its name; those of actions are"
                    + " in the catalogue of connectors",
            implementation = Object.class)
        Map<String, JsonNode> functions) {
  static LanguageView now() {
    return new LanguageView(Language.DSL, Language.metadata(), Language.functions());
  }
}
