package io.ganglion.api.mcp;

import io.ganglion.agent.Agent;
import io.ganglion.identity.Decider;
import io.ganglion.identity.Identity;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import io.ganglion.mcp.McpSession;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.modern.server.McpRequestContext;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Who calls an agent's tools, for one request.
 *
 * @param session of the client; made where it is needed and isn't there
 * @param request names the request within its session; empty where nothing does
 */
record ToolCaller(
    Agent agent,
    Identity identity,
    Decider decider,
    Supplier<McpSession> session,
    Optional<String> request,
    Wire wire) {
  private static final String KEY = "ganglion.caller";
  private static final int SUFFIX = 24;

  /** The caller of a request that the library handles. */
  static ToolCaller of(McpRequestContext context) {
    return (ToolCaller) Objects.requireNonNull(context.transportContext().get(KEY));
  }

  McpTransportContext context() {
    return McpTransportContext.create(Map.of(KEY, this));
  }

  TenantId tenant() {
    return identity.tenant();
  }

  boolean may(String scope) {
    return identity.may(scope);
  }

  /** Whether what waits for a person may be decided by this caller. */
  boolean decides() {
    return may("approvals:write");
  }

  /**
   * A step's key for a call: the same for the same call, as far as the client says what that is.
   */
  String step(String tool, Optional<String> key) {
    var same =
        key.map(text -> "key " + text)
            .or(() -> request.map(text -> "request " + text))
            .orElseGet(() -> UUID.randomUUID().toString());
    return tool + "-" + Json.sha256(same).substring(0, SUFFIX);
  }
}
