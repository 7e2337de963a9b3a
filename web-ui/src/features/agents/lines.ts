import { diffLines } from "diff";

/** A value as people read it. */
export function pretty(value: unknown): string {
  return JSON.stringify(value, null, 2) ?? "";
}

export type Line = { sign: "+" | "−" | " "; text: string };

/** What has to be taken from a text, and added, to come to another. */
export function linesOf(before: string, after: string): Line[] {
  return diffLines(`${before}\n`, `${after}\n`).flatMap(({ added, removed, value }) =>
    value
      .replace(/\n$/, "")
      .split("\n")
      .map((text): Line => ({ sign: added ? "+" : removed ? "−" : " ", text })),
  );
}
