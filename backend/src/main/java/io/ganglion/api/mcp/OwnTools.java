package io.ganglion.api.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.Problem;
import io.modelcontextprotocol.modern.McpException;
import io.modelcontextprotocol.modern.McpSchema.CallToolOutcome;
import io.modelcontextprotocol.modern.McpSchema.CallToolRequest;
import io.modelcontextprotocol.modern.McpSchema.Tool;
import io.modelcontextprotocol.modern.McpSchema.ToolAnnotations;
import io.modelcontextprotocol.modern.server.McpRequestContext;
import io.modelcontextprotocol.modern.server.McpSyncNotifier;
import io.modelcontextprotocol.modern.server.McpSyncResponse;
import io.modelcontextprotocol.modern.server.feature.McpSyncTool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Ganglion's own tools: the agent's state, approvals, waiting, effects in doubt. */
@ApplicationScoped
class OwnTools {
  private final List<OwnTool> tools;

  OwnTools(StateTools state, ApprovalTools approvals, RunTools runs) {
    this.tools = Stream.of(state.all(), approvals.all(), runs.all()).flatMap(List::stream).toList();
  }

  /** What one of them does. */
  interface Work {
    /**
     * Does it.
     *
     * @return the structured answer
     * @throws Problem for the caller to read
     */
    JsonNode answer(ToolCaller caller, JsonNode arguments, McpSyncNotifier notifier);
  }

  /**
   * One of them.
   *
   * @param scope without which it isn't shown
   * @param input schema of its arguments
   * @param reads whether it changes nothing
   */
  record OwnTool(
      String name,
      String title,
      String description,
      String scope,
      boolean reads,
      String input,
      Work work) {
    Tool definition() {
      var schema = (ObjectNode) Json.read(input);
      return Tool.builder(name, ActionTools.map(schema))
          .title(title)
          .description(description)
          .annotations(
              new ToolAnnotations.Builder()
                  .title(title)
                  .readOnlyHint(reads)
                  .destructiveHint(!reads)
                  .idempotentHint(true)
                  .openWorldHint(false)
                  .build())
          .build();
    }

    McpSyncTool tool() {
      return McpSyncTool.of(
          definition(),
          (context, request) ->
              McpSyncResponse.streaming(notifier -> call(context, request, notifier)));
    }

    private CallToolOutcome call(
        McpRequestContext context, CallToolRequest request, McpSyncNotifier notifier) {
      try {
        return ToolAnswers.done(
            work.answer(ToolCaller.of(context), Wire.object(request.arguments()), notifier));
      } catch (Problem problem) {
        if (problem.status() >= 500) {
          throw new McpException(-32603, problem.detail());
        }
        return ToolAnswers.refused(problem);
      }
    }
  }

  List<Tool> shownTo(ToolCaller caller) {
    return tools.stream()
        .filter(tool -> caller.may(tool.scope()))
        .map(OwnTool::definition)
        .toList();
  }

  Optional<McpSyncTool> find(ToolCaller caller, String name) {
    return tools.stream()
        .filter(tool -> tool.name().equals(name) && caller.may(tool.scope()))
        .map(OwnTool::tool)
        .findFirst();
  }
}
