import { parseArgs } from "node:util";
import { answer, createClient } from "../client.js";
import { keep } from "./credentials.js";
import type { Terminal } from "./terminal.js";
import { none, Usage } from "./usage.js";

const LOCAL = "http://127.0.0.1:7600";

/** Keeps an API key that works. */
export async function login(args: string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { url: { type: "string", default: terminal.env.GANGLION_URL || LOCAL } },
  });
  none(positionals);
  const url = address(values.url);
  const key = await terminal.ask(`API key for ${url} (it is not shown): `);
  if (!key) throw new Usage("no API key was given");
  const me = await answer(createClient({ url, key }).GET("/api/v1/me", { signal: terminal.signal }));
  const file = await keep({ url, key }, terminal);
  terminal.out(`Logged in to ${me.tenant_name ?? me.tenant ?? url}. The key is kept in ${file}.`);
  return 0;
}

function address(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !["http:", "https:"].includes(url.protocol)) throw new Usage(`${text} is no address: https://…`);
  const local = ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
  if (url.protocol === "http:" && !local) throw new Usage("a key is not sent over plain http to another machine");
  return url.origin;
}
