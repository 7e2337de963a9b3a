import type { Layout, Spot } from "./layout";

/** A name on the map: its middle and where its text stands. */
export type Label = { id: string; text: string; x: number; y: number; width: number };
/**
 * @param rank who is named first, if not all can be
 * @param aside how much further away from its node it stands, in pixels
 */
export type Named = { id: string; name: string; rank: number; aside?: number };

export const LINE_HEIGHT = 14; // px
const LONGEST = 16; // letters
const GAP = 3; // px, below its node
const EDGE = 2; // px

type Box = { left: number; right: number; top: number; bottom: number };

/** The names that can be written at their nodes without covering a node or another name. Pure. */
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
  for (const { id, name, aside = 0 } of [...all].sort((a, b) => b.rank - a.rank)) {
    const spot = spots.get(id);
    if (!spot || !name) continue;
    const text = shortened(name);
    const wide = measure(text);
    const free = placesOf({ ...spot, radius: spot.radius + aside }, wide, width).find(({ x, y }) => {
      const box = boxOf(x, y, wide);
      const within = box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height;
      return within && !taken.some((other) => other.id !== id && meet(box, other));
    });
    if (!free) continue;
    taken.push({ ...boxOf(free.x, free.y, wide), id: null });
    written.push({ id, text, ...free, width: wide });
  }
  return written;
}

/** Where a name may stand: below its node, above it, beside it. */
function placesOf({ x, y, radius }: Spot, wide: number, width: number): { x: number; y: number }[] {
  const [up, aside] = [radius + GAP + LINE_HEIGHT / 2, radius + GAP + wide / 2 + EDGE];
  const within = Math.min(Math.max(x, wide / 2 + EDGE), width - wide / 2 - EDGE);
  return [
    { x: within, y: y + up },
    { x: within, y: y - up },
    { x: x + aside, y },
    { x: x - aside, y },
  ];
}

const boxOf = (x: number, y: number, wide: number): Box => ({
  left: x - wide / 2 - EDGE,
  right: x + wide / 2 + EDGE,
  top: y - LINE_HEIGHT / 2,
  bottom: y + LINE_HEIGHT / 2,
});

export const shortened = (name: string): string => (name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name);

const meet = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
