package io.ganglion.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import java.util.UUID;

/**
 * A client of an agent's tools.
 *
 * @param actor the API key or person that opened it
 * @param protocol revision of the protocol that was agreed on
 * @param client {@code {name, version}} as the client calls itself
 * @param elicits whether the client can ask its user
 * @param run session run that has what it asks for; it is started by the first call
 */
public record McpSession(
    TenantId tenant,
    UUID id,
    AgentId agent,
    String actor,
    String protocol,
    JsonNode client,
    boolean elicits,
    RunId run) {
  McpSession with(RunId other) {
    return new McpSession(tenant, id, agent, actor, protocol, client, elicits, other);
  }
}
