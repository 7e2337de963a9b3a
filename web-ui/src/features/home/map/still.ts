import type { Curve } from "./curve";
import type { Ink } from "./ink";
import type { Layout, Spot } from "./layout";
import type { Scene } from "./scene";
import { type AgentNode, isThere, type Line, type SystemNode } from "./view";

/** How lines look: few are strong, many leave each other to be seen. `weight`: px a line is wide for each. */
const FEW = { weight: 2.2, most: 18, alpha: 0.85, halo: 5 };
const MANY = { weight: 1.3, most: 10, alpha: 0.5, halo: 0 };
const MANY_FROM = 25;
const FADED = 0.18; // of lines of others than the chosen one

/** What stays as it is until something changes: lines, nodes, names. */
export function drawStill(to: CanvasRenderingContext2D, scene: Scene, ink: Ink, chosen: string | null): void {
  const { view, layout, curves } = scene;
  to.clearRect(0, 0, layout.width, layout.height);
  drawCore(to, layout, ink);
  const look = view.lines.length < MANY_FROM ? FEW : MANY;
  for (const line of view.lines) {
    const curve = curves.get(line.id);
    if (!curve || !isThere(line)) continue;
    const lit = chosen === null || chosen === line.agent || chosen === line.system;
    const strong = chosen !== null && lit;
    drawLine(to, curve, line, ink, { ...(strong ? FEW : look), lit });
  }
  for (const system of view.systems) {
    const spot = layout.spots.get(system.id);
    if (spot) drawSystem(to, spot, system, ink);
  }
  for (const agent of view.agents) {
    const spot = layout.spots.get(agent.id);
    if (spot) drawAgent(to, spot, agent, ink);
  }
  drawNames(to, scene, ink, chosen);
}

function drawCore(to: CanvasRenderingContext2D, { width, height }: Layout, ink: Ink): void {
  const reach = Math.min(width, height) * 0.5;
  const glow = to.createRadialGradient(width / 2, height / 2, 0, width / 2, height / 2, reach);
  glow.addColorStop(0, ink.glow);
  glow.addColorStop(1, ink.faded);
  to.fillStyle = glow;
  to.fillRect(0, 0, width, height);
}

type Look = typeof FEW & { lit: boolean };

function drawLine(to: CanvasRenderingContext2D, curve: Curve, { weight }: Line, ink: Ink, look: Look): void {
  const width = Math.min(look.most, weight * look.weight);
  to.save();
  to.lineCap = "round";
  to.globalAlpha = look.lit ? 1 : FADED;
  if (weight === 0) {
    to.setLineDash([2, 5]);
    to.strokeStyle = ink.quiet;
    to.lineWidth = 1;
    trace(to, curve);
    to.stroke();
  } else {
    to.strokeStyle = ink.brand;
    if (look.halo > 0 && look.lit) {
      to.globalAlpha = 0.2;
      to.lineWidth = width + look.halo;
      trace(to, curve);
      to.stroke();
    }
    to.globalAlpha = look.lit ? look.alpha : FADED;
    to.lineWidth = width;
    trace(to, curve);
    to.stroke();
  }
  to.restore();
}

function drawSystem(to: CanvasRenderingContext2D, spot: Spot, system: SystemNode, ink: Ink): void {
  const held = system.weight > 0;
  disc(to, spot, spot.radius);
  to.fillStyle = ink.card;
  to.fill();
  if (held) {
    to.globalAlpha = 0.2;
    to.fillStyle = ink.brand;
    to.fill();
    to.globalAlpha = 1;
  }
  to.lineWidth = held ? 2.5 : 1.25;
  to.strokeStyle = held ? ink.brand : ink.line;
  to.stroke();
  to.fillStyle = held ? ink.text : ink.quiet;
  to.font = `650 ${Math.round(spot.radius * 0.86)}px ${ink.font}`;
  to.textAlign = "center";
  to.textBaseline = "middle";
  to.fillText(initials(system.stands > 1 ? String(system.stands) : system.connector), spot.x, spot.y + 0.5);
  if (system.trouble) drawTrouble(to, spot, ink);
}

/** One or two letters of a name, or a number as it is. */
export function initials(name: string): string {
  if (/^\d/.test(name)) return name.length > 3 ? "…" : name;
  return name.length === 0 ? "" : `${name[0]?.toUpperCase()}${name.length > 1 ? name[1] : ""}`;
}

function drawTrouble(to: CanvasRenderingContext2D, { x, y, radius }: Spot, ink: Ink): void {
  const at = { x: x + radius * 0.75, y: y - radius * 0.75, radius: 6 };
  disc(to, at, at.radius);
  to.fillStyle = ink.UNKNOWN;
  to.fill();
  to.lineWidth = 1.5;
  to.strokeStyle = ink.card;
  to.stroke();
  to.fillStyle = ink.card;
  to.font = `800 9px ${ink.font}`;
  to.textAlign = "center";
  to.textBaseline = "middle";
  to.fillText("!", at.x, at.y + 0.5);
}

function drawAgent(to: CanvasRenderingContext2D, spot: Spot, agent: AgentNode, ink: Ink): void {
  if (agent.depth > 0) {
    to.globalAlpha = 0.2;
    disc(to, spot, spot.radius + 6);
    to.fillStyle = ink.brand;
    to.fill();
    to.globalAlpha = 1;
  }
  disc(to, spot, spot.radius);
  to.fillStyle = agent.paused ? ink.card : ink.brand;
  to.fill();
  to.lineWidth = 2;
  to.strokeStyle = ink.brand;
  to.stroke();
  to.fillStyle = agent.paused ? ink.brand : ink.card;
  to.font = `700 11px ${ink.font}`;
  to.textAlign = "center";
  to.textBaseline = "middle";
  to.fillText(
    agent.paused ? "❚❚" : initials(agent.stands > 1 ? String(agent.stands) : agent.name),
    spot.x,
    spot.y + 0.5,
  );
}

function drawNames(to: CanvasRenderingContext2D, { names }: Scene, ink: Ink, chosen: string | null): void {
  to.textAlign = "center";
  to.textBaseline = "middle";
  to.lineWidth = 3;
  to.strokeStyle = ink.card;
  for (const { id, text, x, y } of names) {
    to.font = nameFont(id === chosen, ink.font);
    to.strokeText(text, x, y); // so that it can be read over a line
    to.fillStyle = ink.text;
    to.fillText(text, x, y);
  }
}

/** How names are written. */
export const nameFont = (strong: boolean, font: string): string => `${strong ? 700 : 500} 11px ${font}`;

function disc(to: CanvasRenderingContext2D, { x, y }: Spot, radius: number): void {
  to.beginPath();
  to.arc(x, y, radius, 0, 2 * Math.PI);
}

function trace(to: CanvasRenderingContext2D, { from, bend, to: end }: Curve): void {
  to.beginPath();
  to.moveTo(from.x, from.y);
  to.quadraticCurveTo(bend.x, bend.y, end.x, end.y);
}
