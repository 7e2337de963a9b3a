import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";

/** What a command sees of the world; tests give it another one. */
export type Terminal = {
  env: Record<string, string | undefined>;
  /** A line for people or programs. */
  out(line: string): void;
  /** A line about what went wrong or goes on. */
  err(line: string): void;
  /** Asks for something that isn't shown while it is typed; null where nobody can be asked. */
  ask(question: string): Promise<string | null>;
  colours: boolean;
  /** When the person presses Ctrl-C. */
  signal: AbortSignal;
};

export function terminal(): Terminal {
  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort());
  process.stdout.on("error", (broken: NodeJS.ErrnoException) => {
    if (broken.code === "EPIPE") process.exit(0); // `| head` has seen enough
    throw broken;
  });
  return {
    env: process.env,
    out: (line) => process.stdout.write(`${line}\n`),
    err: (line) => process.stderr.write(`${line}\n`),
    ask,
    colours: Boolean(process.stdout.isTTY) && !process.env.NO_COLOR,
    signal: stop.signal,
  };
}

async function ask(question: string): Promise<string | null> {
  const people = Boolean(process.stdin.isTTY);
  if (people) process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: people });
  try {
    const { value } = await lines[Symbol.asyncIterator]().next();
    return typeof value === "string" ? value.trim() : null;
  } finally {
    lines.close();
    if (people) process.stderr.write("\n");
  }
}
