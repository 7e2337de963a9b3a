package io.ganglion.api.workflow;

import io.ganglion.api.Scope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The workflow language, for editors. */
@Path("/api/v1/workflow-language")
@Tag(name = "workflows")
@RunOnVirtualThread
public class LanguageResource {

  @GET
  @Scope("workflows:read")
  @Operation(
      summary = "Get what Ganglion adds to the workflow language",
      description =
          "JSON Schemas (2020-12) of functions' arguments and of metadata.ganglion. The language itself is the Serverless"
              + " Workflow DSL.")
  public LanguageView get() {
    return LanguageView.now();
  }
}
