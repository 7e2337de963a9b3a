import { type Curve, headingAt, pointAt } from "./curve";
import type { Ink } from "./ink";
import type { Spot } from "./layout";
import { PULSE_MS, seenAt } from "./pulses";
import type { Scene } from "./scene";
import { mark } from "./shapes";
import { isThere, type Line, type LinePulse } from "./view";

const FLOW_MS = 1_400; // so long what is dispatched takes along its line, again and again
const BREATH_MS = 1_800;

/** What moves. Answers whether anything does, so that nothing is drawn again while nothing happens. */
export function drawMoving(
  to: CanvasRenderingContext2D,
  scene: Scene,
  ink: Ink,
  { now, ageOf, still }: { now: number; ageOf: (pulse: LinePulse) => number; still: boolean },
): boolean {
  const { view, layout, curves } = scene;
  to.clearRect(0, 0, layout.width, layout.height);
  let moves = false;
  for (const line of view.lines) {
    const curve = curves.get(line.id);
    if (curve && drawUnderWay(to, curve, line, ink, still ? null : now)) moves = true;
  }
  for (const system of view.systems) {
    const spot = layout.spots.get(system.id);
    if (spot && system.swarm && drawSwarm(to, spot, system.swarm.inFlight > 0, ink, still ? null : now)) moves = true;
  }
  const bare = new Set(view.lines.filter((line) => !isThere(line)).map(({ id }) => id));
  for (const pulse of view.pulses) {
    const curve = curves.get(pulse.line);
    const seen = curve && seenAt(pulse.state, ageOf(pulse), still);
    if (!curve || !seen) continue;
    moves = true;
    if (bare.has(pulse.line)) drawBare(to, curve, ink);
    const color = ink[seen.state];
    const at = pointAt(curve, seen.share);
    if (seen.burst > 0) drawBurst(to, at.x, at.y, seen.burst, color);
    else if (!still) drawTrail(to, curve, seen.share, pulse.state === "UNDONE" ? 1 : -1, color);
    to.globalAlpha = seen.burst > 0.6 ? (1 - seen.burst) / 0.4 : 1;
    mark(to, seen.state, at, { size: 6, color, card: ink.card, heading: headingAt(curve, seen.share) });
    to.globalAlpha = 1;
  }
  return moves;
}

/** How old a pulse is that was born then, in lives. */
export const ageAt = (now: number, born: number, rate = 1): number => (now - born) / (PULSE_MS * rate);

function drawUnderWay(
  to: CanvasRenderingContext2D,
  curve: Curve,
  { id, under }: Line,
  ink: Ink,
  now: number | null,
): boolean {
  const put = (state: "INTENDED" | "DISPATCHED" | "UNKNOWN", share: number, size: number) => {
    const at = pointAt(curve, share);
    mark(to, state, at, { size, color: ink[state], card: ink.card, heading: headingAt(curve, share) });
    if (under[state] > 1) count(to, at.x + size + 3, at.y - size - 3, under[state], ink);
  };
  if (under.INTENDED > 0) put("INTENDED", 0.16, 6);
  if (under.DISPATCHED > 0) {
    // lines that carry something at once don't march in step
    const ahead = (id.charCodeAt(id.length - 1) % 7) / 7;
    put("DISPATCHED", now === null ? 0.5 : 0.1 + 0.8 * ((now / FLOW_MS + ahead) % 1), 6);
  }
  if (under.UNKNOWN > 0) {
    const at = pointAt(curve, 0.84);
    if (now !== null) drawBurst(to, at.x, at.y, (now / BREATH_MS) % 1, ink.UNKNOWN);
    put("UNKNOWN", 0.84, 6);
  }
  return now !== null && under.DISPATCHED + under.UNKNOWN > 0;
}

function count(to: CanvasRenderingContext2D, x: number, y: number, many: number, ink: Ink): void {
  to.font = `700 11px ${ink.font}`;
  to.textAlign = "left";
  to.textBaseline = "middle";
  to.lineWidth = 3;
  to.strokeStyle = ink.card;
  to.strokeText(String(many), x, y);
  to.fillStyle = ink.text;
  to.fillText(String(many), x, y);
}

/** A swarm is one node with small ones around it. */
function drawSwarm(to: CanvasRenderingContext2D, spot: Spot, busy: boolean, ink: Ink, now: number | null): boolean {
  const turn = busy && now !== null ? now / 4_000 : 0;
  to.fillStyle = ink.brand;
  const around = 12;
  for (let at = 0; at < around; at++) {
    const angle = turn + (at / around) * 2 * Math.PI;
    const far = spot.radius + 6;
    to.beginPath();
    to.arc(spot.x + far * Math.cos(angle), spot.y + far * Math.sin(angle), 1.8, 0, 2 * Math.PI);
    to.fill();
  }
  return busy && now !== null;
}

/** What is not held any more when its effect is told: a line while the pulse is on it. */
function drawBare(to: CanvasRenderingContext2D, { from, bend, to: end }: Curve, ink: Ink): void {
  to.save();
  to.setLineDash([2, 5]);
  to.strokeStyle = ink.quiet;
  to.lineWidth = 1;
  to.beginPath();
  to.moveTo(from.x, from.y);
  to.quadraticCurveTo(bend.x, bend.y, end.x, end.y);
  to.stroke();
  to.restore();
}

function drawBurst(to: CanvasRenderingContext2D, x: number, y: number, part: number, color: string): void {
  to.globalAlpha = 1 - part;
  to.strokeStyle = color;
  to.lineWidth = 2;
  to.beginPath();
  to.arc(x, y, 7 + 13 * part, 0, 2 * Math.PI);
  to.stroke();
  to.globalAlpha = 1;
}

function drawTrail(to: CanvasRenderingContext2D, curve: Curve, share: number, behind: 1 | -1, color: string): void {
  to.strokeStyle = color;
  to.lineWidth = 3;
  to.lineCap = "round";
  const pieces = 5;
  for (let piece = 0; piece < pieces; piece++) {
    const [near, far] = [piece, piece + 1].map((at) => Math.min(1, Math.max(0, share + behind * at * 0.03)));
    const [a, b] = [pointAt(curve, near ?? share), pointAt(curve, far ?? share)];
    to.globalAlpha = 0.5 * (1 - piece / pieces);
    to.beginPath();
    to.moveTo(a.x, a.y);
    to.lineTo(b.x, b.y);
    to.stroke();
  }
  to.globalAlpha = 1;
}
