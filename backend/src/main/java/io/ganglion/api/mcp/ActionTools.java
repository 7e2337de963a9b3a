package io.ganglion.api.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.agent.Toolbox;
import io.ganglion.approval.Approval;
import io.ganglion.connector.RetryClass;
import io.ganglion.connector.UndoClass;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.Problem;
import io.ganglion.kernel.RunId;
import io.ganglion.mcp.McpConfig;
import io.ganglion.mcp.McpSessions;
import io.ganglion.run.SessionStep;
import io.ganglion.run.SessionStep.Kind;
import io.ganglion.run.SessionStep.Place;
import io.ganglion.run.Sessions;
import io.ganglion.tenant.TenantProblem;
import io.modelcontextprotocol.modern.McpException;
import io.modelcontextprotocol.modern.McpSchema.CallToolOutcome;
import io.modelcontextprotocol.modern.McpSchema.CallToolRequest;
import io.modelcontextprotocol.modern.McpSchema.InputRequiredResult;
import io.modelcontextprotocol.modern.McpSchema.Tool;
import io.modelcontextprotocol.modern.McpSchema.ToolAnnotations;
import io.modelcontextprotocol.modern.server.McpRequestContext;
import io.modelcontextprotocol.modern.server.McpSyncNotifier;
import io.modelcontextprotocol.modern.server.McpSyncResponse;
import io.modelcontextprotocol.modern.server.feature.McpSyncTool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/** An agent's actions as tools: each call is a step of a session run. */
@ApplicationScoped
class ActionTools {
  static final String KEY = "idempotency_key";
  private static final int MAX_KEY = 200;
  private static final String KEY_SCHEMA =
      """
      {"type": "string", "minLength": 1, "maxLength": %d,
       "description": "A name of your own for this act. Sent again under the same name it is not done again, but answered with what became of it; use it whenever you repeat a call."}
      """
          .formatted(MAX_KEY);
  private static final JsonNode OUTPUT =
      Json.read(
          """
          {"type": "object", "required": ["run", "step", "state"], "properties": {
            "run": {"type": "string", "description": "The session run that has the step"},
            "step": {"type": "string", "description": "The step's key in the run"},
            "state": {"enum": ["pending", "completed", "faulted", "cancelled"]},
            "output": {"description": "What the action gave"},
            "error": {"type": "object"},
            "waiting_for": {"type": "object", "description": "Why it is pending"},
            "approval": {"type": "object", "description": "What a person has to decide first"}}}
          """);

  private final McpSessions clients;
  private final Sessions sessions;
  private final Waiting waiting;
  private final Asking asking;
  private final McpConfig config;

  ActionTools(
      McpSessions clients, Sessions sessions, Waiting waiting, Asking asking, McpConfig config) {
    this.clients = clients;
    this.sessions = sessions;
    this.waiting = waiting;
    this.asking = asking;
    this.config = config;
  }

  Tool definition(String name, Toolbox.Tool tool) {
    var input = Wire.object(tool.action().input());
    input.withObject("/properties").set(KEY, Json.read(KEY_SCHEMA));
    return Tool.builder(name, map(input))
        .title(tool.action().title())
        .description(tool.description())
        .outputSchema(map(OUTPUT))
        .annotations(hints(tool))
        .build();
  }

  /** What a client may think of the tool, from what its action can prove and take back. */
  private static ToolAnnotations hints(Toolbox.Tool tool) {
    var retry = tool.action().retryClass();
    boolean reads = retry == RetryClass.PURE;
    return new ToolAnnotations.Builder()
        .title(tool.action().title())
        .readOnlyHint(reads)
        .destructiveHint(!reads && tool.action().undoClass() != UndoClass.REVERSIBLE)
        .idempotentHint(reads || retry == RetryClass.IDEMPOTENT)
        .openWorldHint(true)
        .build();
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(JsonNode schema) {
    return Wire.JSON.convertValue(schema, Map.class);
  }

  McpSyncTool tool(String name, Toolbox.Tool tool) {
    return McpSyncTool.of(
        definition(name, tool),
        (context, request) ->
            McpSyncResponse.streaming(notifier -> call(context, name, tool, request, notifier)));
  }

  private CallToolOutcome call(
      McpRequestContext context,
      String name,
      Toolbox.Tool tool,
      CallToolRequest request,
      McpSyncNotifier notifier) {
    var caller = ToolCaller.of(context);
    try {
      var step =
          request.requestState() == null
              ? ask(caller, name, tool, request)
              : known(caller, tool, request);
      asking.take(caller, step, request.inputResponses());
      var standing = waiting.await(caller, step, config.patience(), notifier);
      if (standing.step().ended()) {
        return ToolAnswers.ended(standing.step());
      }
      return standing
          .approval()
          .filter(approval -> asking.possible(caller, context, approval))
          .filter(approval -> !Asking.closed(approval, request.inputResponses()))
          .map(approval -> question(standing.step(), approval))
          .orElseGet(() -> pending(standing));
    } catch (Problem problem) {
      if (problem.status() >= 500) {
        throw new McpException(-32603, problem.detail());
      }
      return ToolAnswers.refused(problem);
    }
  }

  private static CallToolOutcome pending(Waiting.Standing standing) {
    return ToolAnswers.pending(
        standing.step(), standing.approval().map(Asking::shown).orElseGet(Json::object));
  }

  private SessionStep ask(
      ToolCaller caller, String name, Toolbox.Tool tool, CallToolRequest request) {
    if (caller.identity().suspended()) {
      throw TenantProblem.suspended();
    }
    var arguments = Wire.object(request.arguments());
    var key = Optional.ofNullable(arguments.get(KEY)).map(JsonNode::textValue);
    return clients.ask(caller.session().get(), key, caller.step(name, key), body(tool, arguments));
  }

  private static ObjectNode body(Toolbox.Tool tool, ObjectNode arguments) {
    if (arguments.has("connection")) {
      throw new InvalidRequest("/connection", "the tool says which connection it is");
    }
    arguments.remove(KEY);
    var body = Json.object().put("action", tool.function()).put("connection", tool.connection());
    body.set("input", arguments);
    return body;
  }

  /**
   * The step that a question was asked about. The client may have changed the state: it opens
   * nothing but the same act of the same agent.
   */
  private SessionStep known(ToolCaller caller, Toolbox.Tool tool, CallToolRequest request) {
    var parts = request.requestState().split("/", 2);
    try {
      var place = new Place(Kind.STEP, parts.length == 2 ? parts[1] : "");
      var step = sessions.get(caller.tenant(), RunId.fromString(parts[0]), place);
      var body = body(tool, Wire.object(request.arguments()));
      if (caller.agent().id().equals(step.run().agent())
          && Json.hash(body).equals(Json.hash(step.body()))) {
        return step;
      }
    } catch (IllegalArgumentException e) {
      throw McpException.invalidParams("Send the requestState that came with the question");
    } catch (Problem none) {
      if (none.status() != 404) {
        throw none;
      }
    }
    throw McpException.invalidParams("Send the requestState that came with the question");
  }

  private static CallToolOutcome question(SessionStep step, Approval approval) {
    return InputRequiredResult.builder()
        .elicit(approval.id().toString(), Asking.form(approval))
        .requestState(step.run().id() + "/" + step.place().key())
        .build();
  }
}
