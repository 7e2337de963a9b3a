import { parseArgs } from "node:util";
import { answer, type Schemas } from "../client.js";
import { each } from "../pages.js";
import { api } from "./credentials.js";
import { ago, plain, state, table } from "./output.js";
import type { Terminal } from "./terminal.js";
import { one } from "./usage.js";

/** Lists what waits for a decision, or decides. */
export async function approve(args: string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      reject: { type: "boolean", default: false },
      comment: { type: "string" },
      json: { type: "boolean", default: false },
    },
  });
  if (positionals.length === 0 && !values.reject) return inbox(values.json, terminal);
  const id = one(positionals, "an approval");
  const client = await api(terminal);
  const request = {
    params: { path: { id } },
    body: { ...(values.comment !== undefined && { comment: values.comment }) },
    signal: terminal.signal,
  };
  const decided = await answer(
    values.reject
      ? client.POST("/api/v1/approvals/{id}/reject", request)
      : client.POST("/api/v1/approvals/{id}/approve", request),
  );
  terminal.out(values.json ? JSON.stringify(decided) : `${state(decided.state, terminal)}: ${plain(decided.title)}`);
  return 0;
}

async function inbox(json: boolean, terminal: Terminal): Promise<number> {
  const client = await api(terminal);
  const waiting: Schemas["Approval"][] = [];
  const all = each((from) =>
    client.GET("/api/v1/approvals", {
      params: { query: { state: "PENDING", limit: 100, ...from } },
      signal: terminal.signal,
    }),
  );
  for await (const approval of all) {
    if (json) terminal.out(JSON.stringify(approval));
    waiting.push(approval);
  }
  if (json) return 0;
  if (waiting.length === 0) {
    terminal.out("Nothing waits for a decision.");
    return 0;
  }
  table(
    ["APPROVAL", "ASKED", "WHAT", "RUN"],
    waiting.map((it) => [it.id, ago(it.asked_at), it.title, it.run]),
    terminal,
  );
  terminal.out("");
  terminal.out("ganglion approve APPROVAL [--reject] [--comment TEXT]");
  return 0;
}
