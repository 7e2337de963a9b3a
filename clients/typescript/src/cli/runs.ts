import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { answer, type Schemas } from "../client.js";
import { each } from "../pages.js";
import { api } from "./credentials.js";
import { followed } from "./logs.js";
import { ago, plain, state, table } from "./output.js";
import type { Terminal } from "./terminal.js";
import { none, one, Usage } from "./usage.js";

type Run = Schemas["Run"];

const OPTIONS = {
  state: { type: "string" },
  limit: { type: "string", default: "20" },
  agent: { type: "string" },
  input: { type: "string" },
  follow: { type: "boolean", default: false },
  json: { type: "boolean", default: false },
} as const;

type Options = ReturnType<typeof parse>["values"];

function parse(args: string[]) {
  return parseArgs({ args, allowPositionals: true, options: OPTIONS });
}

/** Lists, shows, starts and cancels runs. */
export async function runs(args: string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parse(args);
  const [verb = "list", ...words] = positionals;
  switch (verb) {
    case "list":
      none(words);
      return list(values, terminal);
    case "get":
      return show(await get(one(words, "a run"), terminal), values, terminal);
    case "start":
      return start(one(words, "a workflow: namespace/name[:version]"), values, terminal);
    case "cancel":
      return cancel(one(words, "a run"), values, terminal);
    default:
      throw new Usage(`runs does not know ${verb}`);
  }
}

async function list(options: Options, terminal: Terminal): Promise<number> {
  const most = Number(options.limit);
  if (!Number.isInteger(most) || most < 1) throw new Usage("--limit is a number from 1");
  const client = await api(terminal);
  const found: Run[] = [];
  const query = { limit: Math.min(most, 100), ...(options.state && { state: options.state as Run["state"] }) };
  const all = each((from) =>
    client.GET("/api/v1/runs", { params: { query: { ...query, ...from } }, signal: terminal.signal }),
  );
  for await (const run of all) {
    if (options.json) terminal.out(JSON.stringify(run));
    if (found.push(run) >= most) break;
  }
  if (options.json) return 0;
  if (found.length === 0) {
    terminal.out("There are no runs. Start one: ganglion runs start WORKFLOW");
    return 0;
  }
  const rows = found.map((run) => [run.id, run.state, ago(run.created_at), run.workflow ?? "session", waiting(run)]);
  table(["RUN", "STATE", "MADE", "WORKFLOW", "WAITS FOR"], rows, terminal);
  return 0;
}

function waiting(run: Run): string {
  const why = run.waiting_for as { reason?: string; detail?: string } | null;
  return why ? [why.reason, why.detail].filter(Boolean).join(": ") : "";
}

async function get(id: string, terminal: Terminal): Promise<Run> {
  const client = await api(terminal);
  return answer(client.GET("/api/v1/runs/{id}", { params: { path: { id } }, signal: terminal.signal }));
}

function show(run: Run, options: Options, terminal: Terminal): number {
  if (options.json) {
    terminal.out(JSON.stringify(run));
    return 0;
  }
  const line = (name: string, value: string) => terminal.out(`${name.padEnd(10)} ${value}`);
  line("run", run.id);
  line("state", state(run.state, terminal) + (run.coherent ? ", coherent" : ""));
  if (run.workflow) line("workflow", `${run.workflow} ${run.version}`);
  if (run.agent) line("agent", run.agent);
  if (run.waiting_for) line("waits for", plain(waiting(run)));
  line("made", run.created_at);
  if (run.ended_at) line("ended", run.ended_at);
  line("depth", `${run.depth_peak} at most`);
  line("input", JSON.stringify(run.input));
  if (run.output !== null) line("output", JSON.stringify(run.output));
  if (run.error !== null) line("error", JSON.stringify(run.error));
  return 0;
}

async function start(workflow: string, options: Options, terminal: Terminal): Promise<number> {
  const client = await api(terminal);
  const input = await json(options.input);
  const run = await answer(
    client.POST("/api/v1/runs", {
      body: { workflow, ...(options.agent && { agent: options.agent }), ...(input !== undefined && { input }) },
      signal: terminal.signal,
    }),
  );
  if (options.follow) {
    terminal.err(run.id);
    return followed(client, run.id, undefined, options.json, terminal);
  }
  terminal.out(options.json ? JSON.stringify(run) : run.id);
  return 0;
}

async function json(text: string | undefined): Promise<unknown> {
  if (text === undefined) return undefined;
  const read = text.startsWith("@") ? await readFile(text.slice(1), "utf8") : text;
  try {
    return JSON.parse(read);
  } catch (malformed) {
    throw new Usage(`--input is no JSON: ${(malformed as Error).message}`);
  }
}

async function cancel(id: string, options: Options, terminal: Terminal): Promise<number> {
  const client = await api(terminal);
  const call = client.POST("/api/v1/runs/{id}/cancel", { params: { path: { id } }, signal: terminal.signal });
  const { run, in_flight } = await answer(call);
  if (options.json) terminal.out(JSON.stringify({ run, in_flight }));
  else {
    terminal.out(`${run.id} ${state(run.state, terminal)}: nothing new is sent for it`);
    for (const effect of in_flight) terminal.out(`  under way: ${effect}`);
  }
  return 0;
}
