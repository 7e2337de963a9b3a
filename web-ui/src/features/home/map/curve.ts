import type { Spot } from "./layout";

export type Point = { x: number; y: number };
/** A line of the map: quadratic, from an agent to a system. */
export type Curve = { from: Point; bend: Point; to: Point };

const BEND = 0.14; // of its length

/** A line between two nodes, which leaves one that stands on it aside. Pure. */
export function curveOf(agent: Spot, system: Spot): Curve {
  const [dx, dy] = [system.x - agent.x, system.y - agent.y];
  const far = Math.hypot(dx, dy) || 1;
  const from = { x: agent.x + (dx / far) * agent.radius, y: agent.y + (dy / far) * agent.radius };
  const to = { x: system.x - (dx / far) * (system.radius + 1), y: system.y - (dy / far) * (system.radius + 1) };
  const bend = { x: (from.x + to.x) / 2 - dy * BEND, y: (from.y + to.y) / 2 + dx * BEND };
  return { from, bend, to };
}

/** @param share 0 at the agent, 1 at the system */
export function pointAt({ from, bend, to }: Curve, share: number): Point {
  const rest = 1 - share;
  return {
    x: rest * rest * from.x + 2 * rest * share * bend.x + share * share * to.x,
    y: rest * rest * from.y + 2 * rest * share * bend.y + share * share * to.y,
  };
}

/** Which way it goes there, in radians. */
export function headingAt({ from, bend, to }: Curve, share: number): number {
  const x = (1 - share) * (bend.x - from.x) + share * (to.x - bend.x);
  const y = (1 - share) * (bend.y - from.y) + share * (to.y - bend.y);
  return Math.atan2(y, x);
}
