/** Where a node is, in CSS pixels from the map's upper left corner, and how large. */
export type Spot = { x: number; y: number; radius: number };
export type Layout = { width: number; height: number; spots: ReadonlyMap<string, Spot> };

/** No two nodes' middles are nearer: what is pressed by a finger needs as much (WCAG 2.2, 2.5.8). */
export const APART = 26;

/** More are folded. */
export const MOST_SYSTEMS = 120;

const NARROW = 560; // px; below it a map is as high as it is wide, or higher
/** Room for names at the edge. */
const MARGIN = { wide: { x: 46, y: 34 }, narrow: { x: 24, y: 34 } } as const;
const RING_GAP = 34; // between two rings
const CORE_GAP = 30; // between the innermost ring and agents
const AGENT_GAP = { most: 62, least: 30 };
/** How far apart systems should stand, by the number of rings that takes. */
const WANTED = [62, 42, 30] as const;
const HEIGHTS = { wide: [420, 480, 540, 600, 660], narrow: [340, 400, 460, 540, 620, 700, 780, 860, 940] } as const;
const FEW_AGENTS = 3; // so many are drawn larger
const SAMPLES = 720; // points of an ellipse that its length is measured by

type Ellipse = { a: number; b: number };
type Frame = { height: number; rings: Ellipse[]; core: Ellipse; spacing: number };

/** How many agents can be drawn among so many systems. */
export function roomForAgents(width: number, systems: number): number {
  const { core } = frameOf(width, systems);
  const least = Math.min(core.a, core.b);
  return Math.max(1, Math.floor((Math.max(0, least) / AGENT_GAP.least) ** 2) + 1);
}

/**
 * Where everything stands: agents in the middle, systems in rings around them, evenly, in the order that they are given
 * in, from the left on with the clock. The same names in the same order always stand in the same places, whatever they
 * do. Pure.
 */
export function layout(agents: readonly string[], systems: readonly string[], width: number): Layout {
  const frame = frameOf(width, systems.length);
  const middle = { x: width / 2, y: frame.height / 2 };
  const spots = new Map<string, Spot>();
  const radius = Math.max(8, Math.min(15, frame.spacing * 0.3));
  for (const [at, place] of placesAround(frame, systems.length).entries()) {
    const id = systems[at];
    if (id !== undefined) spots.set(id, { x: middle.x + place.x, y: middle.y + place.y, radius });
  }
  for (const [at, place] of placesWithin(frame.core, agents.length).entries()) {
    const id = agents[at];
    if (id !== undefined)
      spots.set(id, { x: middle.x + place.x, y: middle.y + place.y, radius: agents.length > FEW_AGENTS ? 13 : 18 });
  }
  return { width, height: frame.height, spots };
}

/** The lowest map, with the fewest rings, on which all stand far enough apart. */
function frameOf(width: number, systems: number): Frame {
  const heights = width < NARROW ? HEIGHTS.narrow : HEIGHTS.wide;
  for (const [at, wanted] of WANTED.entries()) {
    for (const height of at === 0 ? heights.slice(0, 3) : heights) {
      const frame = framed(width, height, at + 1, systems);
      const core = Math.min(frame.core.a, frame.core.b);
      const roomy = at + 1 === WANTED.length || core >= AGENT_GAP.least * 1.5;
      if (frame.spacing >= wanted && roomy && nearest(placesAround(frame, systems)) >= APART) return frame;
    }
  }
  return framed(width, heights.at(-1) ?? 0, WANTED.length, systems);
}

function framed(width: number, height: number, count: number, systems: number): Frame {
  const margin = width < NARROW ? MARGIN.narrow : MARGIN.wide;
  const outer = { a: width / 2 - margin.x, b: height / 2 - margin.y };
  const rings = Array.from({ length: count }, (_, at) => shrunk(outer, at * RING_GAP));
  const length = rings.reduce((sum, ring) => sum + new Path(ring).length, 0);
  const core = shrunk(outer, (count - 1) * RING_GAP + CORE_GAP);
  return { height, rings, core, spacing: systems === 0 ? Number.POSITIVE_INFINITY : length / systems };
}

const shrunk = ({ a, b }: Ellipse, by: number): Ellipse => ({ a: Math.max(1, a - by), b: Math.max(1, b - by) });

type Point = { x: number; y: number };

/** Slots of all rings, in the order of how far along their ring they are: a platform's systems are one sector. */
function placesAround({ rings }: Frame, count: number): Point[] {
  const paths = rings.map((ring) => new Path(ring));
  const whole = paths.reduce((sum, { length }) => sum + length, 0);
  const slots: { share: number; point: Point }[] = [];
  let left = count;
  for (const [at, path] of paths.entries()) {
    const own = at === paths.length - 1 ? left : Math.min(left, Math.round((count * path.length) / whole));
    left -= own;
    for (let slot = 0; slot < own; slot++) {
      const share = (slot + at / paths.length) / own;
      slots.push({ share, point: path.at(share) });
    }
  }
  return slots.sort((a, b) => a.share - b.share).map(({ point }) => point);
}

function nearest(points: readonly Point[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const [at, one] of points.entries()) {
    for (let other = at + 1; other < points.length; other++) {
      const { x, y } = points[other] ?? one;
      least = Math.min(least, Math.hypot(one.x - x, one.y - y));
    }
  }
  return least;
}

/** A spiral from the middle: whoever comes later stands outside and moves nobody, while there is room. */
function placesWithin({ a, b }: Ellipse, count: number): Point[] {
  const least = Math.min(a, b);
  const fit = count < 2 ? AGENT_GAP.most : least / Math.sqrt(count - 1);
  const gap = Math.max(AGENT_GAP.least, Math.min(AGENT_GAP.most, fit));
  const golden = Math.PI * (3 - Math.sqrt(5));
  const stretch = { x: Math.min(2, Math.max(1, a / b)), y: Math.min(2, Math.max(1, b / a)) };
  return Array.from({ length: count }, (_, at) => {
    const from = gap * Math.sqrt(at);
    return { x: from * Math.cos(at * golden) * stretch.x, y: from * Math.sin(at * golden) * stretch.y };
  });
}

/** An ellipse around the origin, by the length of its line: equal shares of it are equally far apart. */
class Path {
  readonly length: number;
  private readonly reached: number[] = [0];

  constructor(private readonly ellipse: Ellipse) {
    let [sum, last] = [0, this.point(0)];
    for (let at = 1; at <= SAMPLES; at++) {
      const next = this.point(at);
      sum += Math.hypot(next.x - last.x, next.y - last.y);
      this.reached.push(sum);
      last = next;
    }
    this.length = sum;
  }

  /** @param share of its length, from the left on with the clock */
  at(share: number): Point {
    const wanted = (share % 1) * this.length;
    const after = Math.max(
      1,
      this.reached.findIndex((length) => length >= wanted),
    );
    const before = this.reached[after - 1] ?? 0;
    const part = (wanted - before) / ((this.reached[after] ?? this.length) - before || 1);
    return this.point(after - 1 + part);
  }

  private point(sample: number): Point {
    const angle = Math.PI + (sample / SAMPLES) * 2 * Math.PI;
    return { x: this.ellipse.a * Math.cos(angle), y: this.ellipse.b * Math.sin(angle) };
  }
}
