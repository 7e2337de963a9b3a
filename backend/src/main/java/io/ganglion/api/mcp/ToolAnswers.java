package io.ganglion.api.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.Problem;
import io.ganglion.run.SessionStep;
import io.ganglion.run.Step;
import io.modelcontextprotocol.modern.McpSchema.CallToolResult;
import io.modelcontextprotocol.modern.McpSchema.TextContent;
import java.util.Locale;

/** What calls of tools answer. */
final class ToolAnswers {
  private ToolAnswers() {}

  static CallToolResult done(JsonNode structured) {
    return answer(Json.write(structured), structured, false);
  }

  /**
   * The caller's to put right, or to wait out. The problem is the text: structured content would
   * have to be what the tool's schema says of its output, and clients check that.
   */
  static CallToolResult refused(Problem problem) {
    var said =
        Json.object()
            .put("status", problem.status())
            .put("code", problem.code())
            .put("title", problem.title())
            .put("detail", problem.detail());
    var errors = said.putArray("errors");
    for (var one : problem.errors()) {
      errors.addObject().put("pointer", one.pointer()).put("detail", one.detail());
    }
    return CallToolResult.builder()
        .addContent(TextContent.builder(Json.write(said)).build())
        .isError(true)
        .build();
  }

  /** A step that has ended. */
  static CallToolResult ended(SessionStep step) {
    var structured = standing(step);
    Step record = step.record();
    if (record == null) {
      return answer("The session ended before this was begun.", structured, true);
    }
    return switch (record.state()) {
      case COMPLETED -> {
        var output = record.output() == null ? Json.object() : record.output();
        structured.set("output", output);
        yield answer(Json.write(output), structured, false);
      }
      case FAULTED, CANCELLED -> {
        var error = record.error() == null ? Json.object() : record.error();
        structured.set("error", error);
        var text =
            "It was not done: %s %s"
                .formatted(error.path("title").asText(""), error.path("detail").asText(""));
        yield answer(text.strip(), structured, true);
      }
    };
  }

  /** A step that goes on. */
  static CallToolResult pending(SessionStep step, ObjectNode more) {
    var structured = standing(step);
    structured.setAll(more);
    var waits = step.run().waitingFor();
    if (waits != null) {
      structured.set("waiting_for", waits);
    }
    var text =
        "Not done yet%s. It is on record and goes on by itself: don't ask for it anew. Call"
            + " ganglion_wait with run %s and step %s to see what became of it, or repeat this call"
            + " with the same idempotency_key.";
    var approval = more.path("approval");
    var why =
        approval.isMissingNode()
            ? waits == null ? "" : ", it waits for: " + waits.path("reason").asText("")
            : ", a person has to approve it first (%s)".formatted(approval.path("id").asText());
    return answer(text.formatted(why, step.run().id(), step.place().key()), structured, false);
  }

  /** A step as it is. */
  static ObjectNode standing(SessionStep step) {
    var record = step.record();
    var state =
        record != null
            ? record.state().name().toLowerCase(Locale.ROOT)
            : step.ended() ? "cancelled" : "pending";
    return Json.object()
        .put("run", step.run().id().toString())
        .put("step", step.place().key())
        .put("state", state);
  }

  private static CallToolResult answer(String text, JsonNode structured, boolean error) {
    return CallToolResult.builder()
        .addContent(TextContent.builder(text).build())
        .structuredContent(structured)
        .isError(error)
        .build();
  }
}
