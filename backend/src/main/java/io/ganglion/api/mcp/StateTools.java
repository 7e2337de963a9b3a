package io.ganglion.api.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.ganglion.agent.AgentStates;
import io.ganglion.agent.Agents.StateEntry;
import io.ganglion.api.mcp.OwnTools.OwnTool;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.Rfc3339;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.OptionalLong;

/** The agent's shared state. */
@ApplicationScoped
class StateTools {
  private static final int LISTED = 100;
  private static final String KEY =
      "\"key\": {\"type\": \"string\", \"minLength\": 1, \"maxLength\": "
          + AgentStates.MAX_KEY
          + "}";

  private final AgentStates states;

  StateTools(AgentStates states) {
    this.states = states;
  }

  List<OwnTool> all() {
    return List.of(
        new OwnTool(
            "ganglion_state_get",
            "Read an entry of the agent's state",
            "The value that the agent's runs and callers share under a key, with its version.",
            "agents:read",
            true,
            "{\"type\":\"object\",\"additionalProperties\":false,\"required\":[\"key\"],\"properties\":{"
                + KEY
                + "}}",
            (caller, arguments, notifier) ->
                view(
                    states.get(
                        caller.tenant(), caller.agent().id(), arguments.path("key").asText()))),
        new OwnTool(
            "ganglion_state_list",
            "List the agent's state",
            "Entries by key, at most 100; pass the last key as 'after' for more.",
            "agents:read",
            true,
            "{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{\"after\":{\"type\":\"string\",\"maxLength\":200}}}",
            (caller, arguments, notifier) -> list(caller, arguments.path("after").asText(""))),
        new OwnTool(
            "ganglion_state_put",
            "Set an entry of the agent's state",
            "With 'version' only if the entry still has the version that was read (0: there is none"
                + " yet).",
            "agents:write",
            false,
            "{\"type\":\"object\",\"additionalProperties\":false,\"required\":[\"key\",\"value\"],\"properties\":{"
                + KEY
                + ",\"value\":{\"description\":\"Any"
                + " JSON\"},\"version\":{\"type\":\"integer\",\"minimum\":0}}}",
            (caller, arguments, notifier) -> put(caller, arguments)));
  }

  private JsonNode list(ToolCaller caller, String after) {
    var found = states.list(caller.tenant(), caller.agent().id(), after, LISTED + 1);
    var answer = Json.object();
    var entries = answer.putArray("entries");
    found.stream().limit(LISTED).forEach(entry -> entries.add(view(entry)));
    return answer.put("more", found.size() > LISTED);
  }

  private JsonNode put(ToolCaller caller, JsonNode arguments) {
    var version = arguments.path("version");
    var value = arguments.get("value");
    return view(
        states.put(
            caller.tenant(),
            caller.agent().id(),
            arguments.path("key").asText(),
            version.isMissingNode() ? OptionalLong.empty() : OptionalLong.of(version.asLong()),
            value == null ? NullNode.getInstance() : value,
            caller.identity().actor()));
  }

  private static JsonNode view(StateEntry entry) {
    var view = Json.object().put("key", entry.key()).put("version", entry.version());
    view.set("value", entry.value());
    return view.put("updated_at", Rfc3339.write(entry.updatedAt()));
  }
}
