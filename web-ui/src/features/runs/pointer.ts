/** Visits are numbered in a position, and not in the document. */
const VISIT = /\[\d+\]/g;

/** What a DSL pointer, or a position made from one, points to in a document; undefined where there is nothing. */
export function pointedTo(document: unknown, pointer: string): unknown {
  const parts = pointer.replaceAll(VISIT, "").split("/").slice(1);
  let at = document;
  for (const part of parts) {
    if (typeof at !== "object" || at === null) return undefined;
    at = (at as Record<string, unknown>)[part.replaceAll("~1", "/").replaceAll("~0", "~")];
  }
  return at;
}
