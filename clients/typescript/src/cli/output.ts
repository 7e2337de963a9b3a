import type { Terminal } from "./terminal.js";

const RESET = "\u001b[0m";
const COLOURS = { red: "\u001b[31m", green: "\u001b[32m", yellow: "\u001b[33m", dim: "\u001b[2m" };
type Colour = keyof typeof COLOURS;

const STATES: Record<string, Colour> = {
  SUCCEEDED: "green",
  COMPENSATED: "yellow",
  FAILED: "red",
  CANCELLED: "dim",
  NEEDS_ATTENTION: "red",
  WAITING: "yellow",
  completed: "green",
  faulted: "red",
};

export function coloured(text: string, colour: Colour | undefined, terminal: Terminal): string {
  return colour && terminal.colours ? `${COLOURS[colour]}${text}${RESET}` : text;
}

/** A state in its colour. */
export function state(text: string, terminal: Terminal, width = 0): string {
  return coloured(text.padEnd(width), STATES[text], terminal);
}

/** What comes from outside must not steer the terminal. */
export function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, " ");
}

/** Rows under a heading, in columns as wide as they need be. */
export function table(heading: string[], rows: string[][], terminal: Terminal): void {
  const widths = heading.map((name, at) => Math.max(name.length, ...rows.map((row) => (row[at] ?? "").length)));
  const line = (cells: string[]) =>
    cells
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join("  ")
      .trimEnd();
  terminal.out(coloured(line(heading), "dim", terminal));
  for (const row of rows) {
    const cells = row.map((cell, at) => plain(cell).padEnd(widths[at] ?? 0));
    terminal.out(
      cells
        .map((cell) => coloured(cell, STATES[cell.trim()], terminal))
        .join("  ")
        .trimEnd(),
    );
  }
}

/** How long ago, in one unit. */
export function ago(time: string, now: number = Date.now()): string {
  const seconds = Math.max(0, Math.round((now - Date.parse(time)) / 1000));
  if (seconds < 60) return `${seconds} s ago`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ago`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)} h ago`;
  return `${Math.floor(seconds / 86_400)} d ago`;
}
