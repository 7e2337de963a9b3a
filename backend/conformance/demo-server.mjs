// A small MCP server, of which Ganglion makes a connector: the tools that the conformance tool calls by their names.

import { createServer } from "node:http";

const TOOLS = ["text", "handling"].map((name) => ({
  name,
  description: `What the conformance tool calls by a name that ends in ${name}`,
  inputSchema: { type: "object", properties: {} },
  annotations: { readOnlyHint: true },
}));

const text = (said, isError) => ({ content: [{ type: "text", text: said }], ...(isError && { isError }) });

function answerTo({ method, params }) {
  switch (method) {
    case "initialize":
      return {
        protocolVersion: params.protocolVersion,
        capabilities: { tools: {} },
        serverInfo: { name: "demo", version: "1.0.0" },
      };
    case "ping":
      return {};
    case "tools/list":
      return { tools: TOOLS };
    case "tools/call":
      return params.name === "handling"
        ? text("This tool intentionally returns an error for testing", true)
        : text("This is a simple text response for testing.");
    default:
      return undefined;
  }
}

export async function demoServer() {
  const server = createServer(async (asked, answer) => {
    let body = "";
    for await (const chunk of asked) body += chunk;
    if (asked.method !== "POST") return answer.writeHead(405).end();
    const message = JSON.parse(body);
    if (message.id === undefined) return answer.writeHead(202).end();
    const result = answerTo(message);
    answer.writeHead(200, { "content-type": "application/json" });
    answer.end(
      JSON.stringify({
        jsonrpc: "2.0",
        id: message.id,
        ...(result ? { result } : { error: { code: -32601, message: "Method not found" } }),
      }),
    );
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${server.address().port}/mcp`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
