import { parseArgs } from "node:util";
import { type Api, answer } from "../client.js";
import { follow, type RunEvent } from "../events.js";
import { api } from "./credentials.js";
import { coloured, plain, state } from "./output.js";
import type { Terminal } from "./terminal.js";
import { one } from "./usage.js";

/** Follows a run to its end. */
export async function logs(args: string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { after: { type: "string" }, json: { type: "boolean", default: false } },
  });
  const run = one(positionals, "a run");
  return followed(await api(terminal), run, values.after, values.json, terminal);
}

/** The exit code: 1 where the run has failed. */
export async function followed(
  client: Api,
  run: string,
  after: string | undefined,
  json: boolean,
  terminal: Terminal,
): Promise<number> {
  for await (const event of follow(client, run, { signal: terminal.signal, ...(after !== undefined && { after }) })) {
    terminal.out(json ? JSON.stringify({ ...event.event, id: event.id, type: event.type }) : line(event, terminal));
  }
  const ended = await answer(
    client.GET("/api/v1/runs/{id}", { params: { path: { id: run } }, signal: terminal.signal }),
  );
  if (!json) terminal.out(`${ended.id} ${state(ended.state, terminal)}`);
  return ended.state === "SUCCEEDED" ? 0 : 1;
}

/** `10:00:00.123  task completed       /do/0/post` */
function line({ type, event }: RunEvent, terminal: Terminal): string {
  const [kind = "", what = ""] = type
    .replace(/^io\.serverlessworkflow\./, "")
    .replace(/\.v1$/, "")
    .split(".", 2);
  const data = (event.data ?? {}) as { task?: string; status?: string; error?: { title?: string; detail?: string } };
  const about = data.task ?? data.status ?? "";
  const wrong = [data.error?.title, data.error?.detail].filter(Boolean).join(": ");
  const words = `${kind} ${what.replaceAll("-", " ")}`.padEnd(28);
  const tone = what === "faulted" ? "red" : what === "completed" ? "green" : undefined;
  return [
    coloured((event.time ?? "").slice(11, 23).padEnd(12), "dim", terminal),
    coloured(plain(words), tone, terminal),
    plain([about, wrong].filter(Boolean).join("  ")),
  ]
    .join("  ")
    .trimEnd();
}
