import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { type Api, answer } from "../client.js";
import { api } from "./credentials.js";
import { plain, table } from "./output.js";
import type { Terminal } from "./terminal.js";
import { none, Usage } from "./usage.js";
import { type Imported, imported } from "./zerepy.js";

const MAX_BYTES = 1_000_000;

/** Takes over another framework's agent: an agent, a workflow that rests, and what is still to be done. */
export async function importing(args: string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { check: { type: "boolean", default: false }, json: { type: "boolean", default: false } },
  });
  const [framework, file, ...more] = positionals;
  if (framework !== "zerepy" || file === undefined) throw new Usage("import knows: zerepy FILE");
  none(more);
  const found = imported(await read(file));
  const client = await api(terminal);
  const body = JSON.stringify(found.workflow);
  const request = {
    body,
    bodySerializer: (text: unknown) => text as string,
    headers: { "Content-Type": "application/json" },
    signal: terminal.signal,
  };
  await answer(client.POST("/api/v1/workflows/validate", request)); // before anything is made
  if (!values.check) await made(client, found, request, terminal);
  if (values.json) terminal.out(JSON.stringify(found));
  else told(found, values.check, terminal);
  return 0;
}

async function read(file: string): Promise<unknown> {
  const text = await readFile(file, "utf8");
  if (text.length > MAX_BYTES) throw new Error(`${file} is larger than any agent`);
  try {
    return JSON.parse(text);
  } catch (malformed) {
    throw new Error(`${file} is no JSON: ${(malformed as Error).message}`);
  }
}

/** The schedule rests: without its connections each run would fail. */
async function made(
  client: Api,
  found: Imported,
  request: { body: string; bodySerializer: (text: unknown) => string; signal: AbortSignal },
  terminal: Terminal,
): Promise<void> {
  const { signal } = terminal;
  const agent = await answer(client.POST("/api/v1/agents", { body: found.agent, signal }));
  const workflow = await answer(client.POST("/api/v1/workflows", request));
  await answer(client.POST("/api/v1/workflows/{id}/schedule/pause", { params: { path: { id: workflow.id } }, signal }));
  terminal.err(`agent ${agent.name} (${agent.id})`);
  terminal.err(`workflow ${workflow.namespace}/${workflow.name} (${workflow.id}); its schedule is paused`);
}

function told({ findings, connections, workflow }: Imported, check: boolean, terminal: Terminal): void {
  table(
    ["WHERE", "", "WHAT"],
    findings.map((it) => [it.pointer, it.verdict, plain(it.detail)]),
    terminal,
  );
  terminal.out("");
  if (connections.length > 0) terminal.out("Connections to make (POST /api/v1/connections), with their credentials:");
  for (const it of connections) {
    const server = it.base_url ? `, base_url ${it.base_url}` : "";
    terminal.out(plain(`  ${it.name}: ${it.connector}, ${it.environment}${server}`));
  }
  if (check) terminal.out(JSON.stringify(workflow, null, 2));
  else terminal.out("Then resume the schedule: POST /api/v1/workflows/{id}/schedule/resume");
}
