import { chmod, mkdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { type Api, createClient } from "../client.js";
import type { Terminal } from "./terminal.js";

export type Credentials = { url: string; key: string };

const OTHERS = 0o077;

/** Where they are kept: the XDG base directories' place for settings. */
export function home(terminal: Terminal): string {
  const settings = terminal.env.XDG_CONFIG_HOME || join(terminal.env.HOME || homedir(), ".config");
  return join(settings, "ganglion", "credentials.json");
}

/** Keeps them so that nobody else on the machine can read them. */
export async function keep(credentials: Credentials, terminal: Terminal): Promise<string> {
  const file = home(terminal);
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const fresh = `${file}.${process.pid}`;
  await writeFile(fresh, `${JSON.stringify(credentials)}\n`, { mode: 0o600 });
  await chmod(fresh, 0o600); // there may have been one
  await rename(fresh, file);
  return file;
}

/** @throws Error if there are none, or others can read them */
async function kept(terminal: Terminal): Promise<Partial<Credentials>> {
  const file = home(terminal);
  const text = await readFile(file, "utf8").catch(() => null);
  if (text === null) return {};
  if (process.platform !== "win32" && (await stat(file)).mode & OTHERS) {
    throw new Error(`${file} can be read by others. Make the key anew and run: ganglion login`);
  }
  try {
    return JSON.parse(text) as Partial<Credentials>;
  } catch {
    throw new Error(`${file} is damaged. Run: ganglion login`);
  }
}

/** The API, as whoever has logged in. */
export async function api(terminal: Terminal): Promise<Api> {
  const stored = terminal.env.GANGLION_URL && terminal.env.GANGLION_KEY ? {} : await kept(terminal);
  const url = terminal.env.GANGLION_URL || stored.url;
  const key = terminal.env.GANGLION_KEY || stored.key;
  if (!url || !key) throw new Error("You have not logged in. Run: ganglion login");
  return createClient({ url, key });
}
