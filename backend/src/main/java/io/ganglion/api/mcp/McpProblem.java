package io.ganglion.api.mcp;

import io.ganglion.kernel.Problem;

/** What keeps a message from being read at all. */
final class McpProblem extends Problem {
  private static final long serialVersionUID = 1;

  private McpProblem(int status, String code, String title, String detail) {
    super(status, code, title, detail);
  }

  static McpProblem origin() {
    return new McpProblem(
        403,
        "origin_refused",
        "The web origin may not call",
        "Pages of this origin are not let in; the operator may add it to ganglion.mcp.origins.");
  }

  static McpProblem agentNeeded() {
    return new McpProblem(
        400,
        "agent_needed",
        "Which agent?",
        "/mcp is for tenants with exactly one agent. Use /mcp/{agent} with an identifier of GET"
            + " /api/v1/agents.");
  }

  static McpProblem noSession() {
    return new McpProblem(
        404,
        "not_found",
        "Not found",
        "There is no such session, or it is another caller's or agent's; send initialize to open"
            + " one.");
  }

  static McpProblem sessionNeeded() {
    return new McpProblem(
        400,
        "session_needed",
        "Which session?",
        "Send Mcp-Session-Id as initialize answered it, or speak revision 2026-07-28, which has"
            + " none.");
  }

  static McpProblem version() {
    return new McpProblem(
        400,
        "protocol_version",
        "The revision is not spoken here",
        "MCP-Protocol-Version has to be one of 2025-06-18, 2025-11-25 and 2026-07-28.");
  }

  static McpProblem noStream() {
    return new McpProblem(
        405,
        "method_not_allowed",
        "Method not allowed",
        "There is no stream beside those of calls; send messages by POST.");
  }
}
