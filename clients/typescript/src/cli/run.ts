import { isProblem } from "../problem.js";
import { apply } from "./apply.js";
import { approve } from "./approve.js";
import { importing } from "./import.js";
import { login } from "./login.js";
import { logs } from "./logs.js";
import { runs } from "./runs.js";
import type { Terminal } from "./terminal.js";
import { Usage } from "./usage.js";

const HELP = `usage: ganglion COMMAND

  login [--url URL]              keep an API key for the commands below; it is asked for, or read from standard input
  runs [list] [--state STATE] [--limit N]
  runs get RUN
  runs start WORKFLOW [--agent AGENT] [--input JSON | --input @FILE] [--follow]
  runs cancel RUN
  logs RUN [--after ID]          what happens in a run, to its end; goes on by itself when the connection breaks
  approve                        what waits for a decision
  approve APPROVAL [--comment TEXT]
  approve APPROVAL --reject [--comment TEXT]
  apply FILE [--check]           store a workflow version; --check only says what is wrong with it
  import zerepy FILE [--check]   take over an agent of ZerePy: an agent, a workflow, and a report; --check makes nothing
  help

runs, logs, approve and import print JSON lines for programs with --json.
GANGLION_URL and GANGLION_KEY win over what login keeps.
Exit codes: 0 done, 1 refused or failed, 2 called in a wrong way.`;

const COMMANDS: Record<string, (args: string[], terminal: Terminal) => Promise<number>> = {
  login,
  runs,
  logs,
  approve,
  apply,
  import: importing,
};

/** Runs a command; the exit code. */
export async function run(args: string[], terminal: Terminal): Promise<number> {
  const [name = "help", ...rest] = args;
  if (["help", "-h", "--help"].includes(name) || rest.includes("--help")) {
    terminal.out(HELP);
    return 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  try {
    if (!command) throw new Usage(`there is no command ${name}`);
    return await command(rest, terminal);
  } catch (failed) {
    return told(failed, terminal);
  }
}

function told(failed: unknown, terminal: Terminal): number {
  if (failed instanceof Usage || isBadOption(failed)) {
    terminal.err(`${failed.message}\nSee: ganglion help`);
    return 2;
  }
  if (terminal.signal.aborted) return 130;
  if (isProblem(failed)) {
    terminal.err(`${failed.title}: ${failed.detail}`);
    for (const { pointer, detail } of failed.errors) terminal.err(`  ${pointer || "/"}  ${detail}`);
    if (failed.code === "unauthenticated") terminal.err("Sign in with another key: ganglion login");
    if (failed.status >= 500) terminal.err(`trace ${failed.traceId ?? "unknown"}`);
    return 1;
  }
  terminal.err(failed instanceof Error ? failed.message : String(failed));
  return 1;
}

function isBadOption(failed: unknown): failed is Error {
  return failed instanceof Error && String((failed as { code?: unknown }).code).startsWith("ERR_PARSE_ARGS");
}
