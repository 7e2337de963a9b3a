import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../src/cli/run.js";
import type { Terminal } from "../src/cli/terminal.js";

/** Somebody at a terminal, with a home of their own. */
export class Person {
  readonly home = mkdtempSync(join(tmpdir(), "ganglion-"));
  out: string[] = [];
  err: string[] = [];
  typed: string | null = null;

  constructor(
    private readonly env: Record<string, string> = {},
    private readonly colours = false,
  ) {}

  /** The exit code; what was printed is in out and err. */
  async runs(...args: string[]): Promise<number> {
    this.out = [];
    this.err = [];
    const terminal: Terminal = {
      env: { XDG_CONFIG_HOME: this.home, ...this.env },
      out: (line) => this.out.push(line),
      err: (line) => this.err.push(line),
      ask: async () => this.typed,
      colours: this.colours,
      signal: new AbortController().signal,
    };
    return run(args, terminal);
  }
}
