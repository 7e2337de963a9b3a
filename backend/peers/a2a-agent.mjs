// An agent of the official A2A SDK's server that says again what it hears, over JSON-RPC, at A2A_PORT.

import { randomUUID } from "node:crypto";
import { AgentEvent, DefaultRequestHandler, InMemoryTaskStore } from "@a2a-js/sdk/server";
import { agentCardHandler, jsonRpcHandler, UserBuilder } from "@a2a-js/sdk/server/express";
import express from "express";

const port = Number(process.env.A2A_PORT);
const ROLE_AGENT = 2;
const url = `http://127.0.0.1:${port}/a2a`;
const card = {
  name: "echo",
  description: "Says it again",
  version: "1",
  supportedInterfaces: [{ url, protocolBinding: "JSONRPC", protocolVersion: "1.0" }],
  skills: [{ id: "echo", name: "echo", description: "Says it again", tags: ["echo"] }],
  capabilities: { streaming: true, pushNotifications: false },
  defaultInputModes: ["text/plain"],
  defaultOutputModes: ["text/plain"],
};

const executor = {
  async execute({ contextId, userMessage }, bus) {
    const heard = userMessage.parts.map((part) => part.content?.value ?? "").join(" ");
    bus.publish(
      AgentEvent.message({
        messageId: randomUUID(),
        contextId,
        taskId: "",
        role: ROLE_AGENT,
        parts: [{ content: { $case: "text", value: `echo ${heard}` }, metadata: undefined, filename: "", mediaType: "text/plain" }],
        metadata: undefined,
        extensions: [],
        referenceTaskIds: [],
      }),
    );
    bus.finished();
  },
  async cancelTask() {},
};

const requestHandler = new DefaultRequestHandler(card, new InMemoryTaskStore(), executor);
const app = express();
app.use("/.well-known/agent-card.json", agentCardHandler({ agentCardProvider: requestHandler }));
app.use("/a2a", jsonRpcHandler({ requestHandler, userBuilder: UserBuilder.noAuthentication }));
app.listen(port, "127.0.0.1");
