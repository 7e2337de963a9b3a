import type { Curve } from "./curve";
import type { Ink } from "./ink";
import type { Layout, Spot } from "./layout";
import { FONT, type Scene } from "./scene";
import { type AgentNode, isThere, type Line, type SystemNode } from "./view";

const WIDTH = { weight: 2.2, most: 18 }; // px a line is wide for each weight

/** What stays as it is until something changes: lines, nodes, names. */
export function drawStill(to: CanvasRenderingContext2D, scene: Scene, ink: Ink, chosen: string | null): void {
  const { view, layout, curves } = scene;
  to.clearRect(0, 0, layout.width, layout.height);
  drawCore(to, layout, ink);
  for (const line of view.lines) {
    const curve = curves.get(line.id);
    if (curve && isThere(line))
      drawLine(to, curve, line, ink, chosen === null || chosen === line.agent || chosen === line.system);
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
  const reach = Math.min(width, height) * 0.55;
  const glow = to.createRadialGradient(width / 2, height / 2, 0, width / 2, height / 2, reach);
  glow.addColorStop(0, ink.glow);
  glow.addColorStop(1, "transparent");
  to.fillStyle = glow;
  to.fillRect(0, 0, width, height);
}

function drawLine(to: CanvasRenderingContext2D, curve: Curve, { weight }: Line, ink: Ink, lit: boolean): void {
  const width = Math.min(WIDTH.most, weight * WIDTH.weight);
  to.save();
  to.lineCap = "round";
  to.globalAlpha = lit ? 1 : 0.25;
  if (weight === 0) {
    to.setLineDash([2, 5]);
    to.strokeStyle = ink.quiet;
    to.lineWidth = 1;
    trace(to, curve);
    to.stroke();
  } else {
    to.strokeStyle = ink.brand;
    to.globalAlpha *= 0.22;
    to.lineWidth = width + 5;
    trace(to, curve);
    to.stroke();
    to.globalAlpha = lit ? 0.85 : 0.25;
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
  to.font = `650 ${Math.round(spot.radius * 0.86)}px ${FONT}`;
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
  to.font = `800 9px ${FONT}`;
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
  to.font = `700 11px ${FONT}`;
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
    to.font = nameFont(id === chosen);
    to.strokeText(text, x, y); // so that it can be read over a line
    to.fillStyle = ink.text;
    to.fillText(text, x, y);
  }
}

export const nameFont = (strong: boolean): string => `${strong ? 700 : 500} 11px ${FONT}`;

function disc(to: CanvasRenderingContext2D, { x, y }: Spot, radius: number): void {
  to.beginPath();
  to.arc(x, y, radius, 0, 2 * Math.PI);
}

function trace(to: CanvasRenderingContext2D, { from, bend, to: end }: Curve): void {
  to.beginPath();
  to.moveTo(from.x, from.y);
  to.quadraticCurveTo(bend.x, bend.y, end.x, end.y);
}
