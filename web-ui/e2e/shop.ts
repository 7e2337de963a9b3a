import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export const KEY = "key-of-the-shop";

const item = { type: "object", required: ["name"], properties: { name: { type: "string" } } };
const byId = [{ name: "id", in: "path", required: true, schema: { type: "string" } }];
const operation = (operationId: string, summary: string, more: object = {}) => ({
  operationId,
  summary,
  responses: { 200: { description: "Done" } },
  ...more,
});
const body = { requestBody: { required: true, content: { "application/json": { schema: item } } } };

/** What describes the shop's API; from the second version on it sells coupons and has no more pictures. */
const description = (url: string, version: number) => ({
  openapi: "3.1.0",
  info: { title: "The shop", version: `${version}.0.0` },
  servers: [{ url: `${url}/api` }],
  components: { securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Key" } } },
  security: [{ key: [] }],
  paths: {
    "/me": { get: operation("me", "Whose key it is") },
    "/items": {
      get: operation("listItems", "All items"),
      post: operation("addItem", version > 1 ? "Add an item, or a bundle" : "Add an item", body),
    },
    "/items/{id}": {
      delete: operation("dropItem", "Take an item out", { parameters: byId }),
      ...(version === 1 && {
        patch: operation("renameItem", "Give it another name", { parameters: byId, ...body }),
      }),
    },
    "/items/{id}/picture": {
      put: operation("setPicture", "Its picture", {
        parameters: byId,
        requestBody: { content: { "multipart/form-data": { schema: { type: "object" } } } },
      }),
    },
    ...(version > 1 && { "/coupons": { post: operation("addCoupon", "Add a coupon", body) } }),
  },
});

const TOOLS = [
  { name: "look_up", description: "Looks a word up", annotations: { readOnlyHint: true }, inputSchema: item },
  { name: "write_down", description: "Writes a note", inputSchema: item },
];

/** A shop with an API of its own, and an MCP server beside it. */
export class Shop {
  version = 1;
  /** Whether it does what it is asked for and then says nothing. */
  silent = false;
  /** How many were added. */
  items = 0;
  private readonly server = createServer((request, response) => void this.answer(request, response));

  static async open(): Promise<Shop> {
    const shop = new Shop();
    await new Promise<void>((resolve) => shop.server.listen(0, "127.0.0.1", resolve));
    return shop;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = "";
    for await (const piece of request) text += piece;
    if (request.url === "/openapi.json") json(response, 200, description(this.url, this.version));
    else if (request.url === "/mcp") mcp(request, response, text);
    else if (request.headers["x-key"] !== KEY) json(response, 401, { error: "no such key" });
    else this.serve(request, response);
  }

  private serve(request: IncomingMessage, response: ServerResponse): void {
    if (request.method === "POST") this.items++;
    if (request.method === "POST" && this.silent) request.socket.destroy();
    else json(response, 200, request.url === "/api/me" ? { id: "shop-1" } : { id: "1" });
  }
}

function mcp(request: IncomingMessage, response: ServerResponse, text: string): void {
  if (request.method !== "POST") {
    response.writeHead(405).end();
    return;
  }
  const { id, method, params } = JSON.parse(text) as {
    id?: number;
    method: string;
    params?: { protocolVersion?: string };
  };
  if (id === undefined) {
    response.writeHead(202).end();
    return;
  }
  const results: Record<string, unknown> = {
    initialize: {
      protocolVersion: params?.protocolVersion,
      capabilities: { tools: {} },
      serverInfo: { name: "notes", version: "1.0.0" },
    },
    "tools/list": { tools: TOOLS },
  };
  json(response, 200, { jsonrpc: "2.0", id, result: results[method] ?? {} });
}

function json(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(value));
}
