import type { Layout } from "./layout";

/** A name on the map: its middle and where its text stands. */
export type Label = { id: string; text: string; x: number; y: number; width: number };
export type Named = { id: string; name: string /** Who is named first, if not all can be. */; rank: number };

export const LINE_HEIGHT = 14; // px
const LONGEST = 16; // letters
const GAP = 3; // px, below its node
const EDGE = 2; // px

type Box = { left: number; right: number; top: number; bottom: number };

/** The names that can be written below their nodes without covering a node or another name. Pure. */
export function labels(
  all: readonly Named[],
  { spots, width, height }: Layout,
  measure: (text: string) => number,
): Label[] {
  const taken: (Box & { id: string | null })[] = [...spots].map(([id, { x, y, radius }]) => ({
    id,
    left: x - radius,
    right: x + radius,
    top: y - radius,
    bottom: y + radius,
  }));
  const written: Label[] = [];
  for (const { id, name } of [...all].sort((a, b) => b.rank - a.rank)) {
    const spot = spots.get(id);
    if (!spot || !name) continue;
    const text = shortened(name);
    const wide = measure(text);
    const x = Math.min(Math.max(spot.x, wide / 2 + EDGE), width - wide / 2 - EDGE);
    const top = spot.y + spot.radius + GAP;
    const box = { left: x - wide / 2 - EDGE, right: x + wide / 2 + EDGE, top, bottom: top + LINE_HEIGHT };
    if (box.bottom > height || taken.some((other) => other.id !== id && meet(box, other))) continue;
    taken.push({ ...box, id: null });
    written.push({ id, text, x, y: top + LINE_HEIGHT / 2, width: wide });
  }
  return written;
}

export const shortened = (name: string): string => (name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name);

const meet = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
