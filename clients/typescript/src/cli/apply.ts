import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { answer } from "../client.js";
import { isProblem } from "../problem.js";
import { api } from "./credentials.js";
import { plain } from "./output.js";
import type { Terminal } from "./terminal.js";
import { one } from "./usage.js";

/** Stores a workflow version; the same document again changes nothing. */
export async function apply(args: string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { check: { type: "boolean", default: false } },
  });
  const file = one(positionals, "a file");
  const request = {
    body: await readFile(file, "utf8"),
    bodySerializer: (text: unknown) => text as string,
    headers: { "Content-Type": file.endsWith(".json") ? "application/json" : "application/yaml" },
    signal: terminal.signal,
  };
  const client = await api(terminal);
  try {
    if (values.check) {
      const { namespace, name, version } = await answer(client.POST("/api/v1/workflows/validate", request));
      terminal.out(`${file}: ${namespace}/${name}:${version} is valid`);
      return 0;
    }
    const call = client.POST("/api/v1/workflows", request);
    const workflow = await answer(call);
    const made = (await call).response.status === 201;
    const what = `${workflow.namespace}/${workflow.name}:${workflow.version}`;
    terminal.out(`${what} ${made ? "stored" : "was stored before"} (${workflow.id})`);
    return 0;
  } catch (refused) {
    if (!isProblem(refused, "workflow_invalid")) throw refused;
    const errors = [...refused.errors].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
    for (const { line, pointer, detail } of errors) {
      terminal.err(plain(`${file}:${line ?? 1}: ${detail}${pointer ? ` (${pointer})` : ""}`));
    }
    if (errors.length === 0) terminal.err(plain(refused.detail));
    return 1;
  }
}
