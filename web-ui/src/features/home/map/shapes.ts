import type { Point } from "./curve";
import type { EffectState } from "./facts";
import { STATES } from "./words";

/** Draws a state's shape around a point. */
export function mark(
  to: CanvasRenderingContext2D,
  state: EffectState,
  { x, y }: Point,
  { size, color, card, heading = 0 }: { size: number; color: string; card: string; heading?: number },
): void {
  to.save();
  to.translate(x, y);
  to.fillStyle = color;
  to.strokeStyle = color;
  to.lineWidth = 2;
  to.beginPath();
  switch (STATES[state].shape) {
    case "ring":
      to.arc(0, 0, size * 0.8, 0, 2 * Math.PI);
      to.fillStyle = card;
      to.fill();
      to.stroke();
      break;
    case "disc":
      to.arc(0, 0, size, 0, 2 * Math.PI);
      to.fill();
      tick(to, size, card);
      break;
    case "triangle":
      to.rotate(heading);
      to.moveTo(size * 1.1, 0);
      to.lineTo(-size * 0.8, size * 0.85);
      to.lineTo(-size * 0.8, -size * 0.85);
      to.closePath();
      to.fill();
      break;
    case "cross":
      to.lineWidth = 3;
      to.moveTo(-size * 0.75, -size * 0.75);
      to.lineTo(size * 0.75, size * 0.75);
      to.moveTo(size * 0.75, -size * 0.75);
      to.lineTo(-size * 0.75, size * 0.75);
      to.stroke();
      break;
    case "diamond":
      to.rotate(Math.PI / 4);
      to.rect(-size, -size, 2 * size, 2 * size);
      to.fill();
      to.rotate(-Math.PI / 4);
      sign(to, "?", size * 1.7, card);
      break;
    case "square":
      to.fillStyle = card;
      to.rect(-size * 0.8, -size * 0.8, size * 1.6, size * 1.6);
      to.fill();
      to.stroke();
      break;
    case "dash":
      to.moveTo(-size, 0);
      to.lineTo(size, 0);
      to.stroke();
      break;
  }
  to.restore();
}

function tick(to: CanvasRenderingContext2D, size: number, color: string): void {
  to.strokeStyle = color;
  to.lineWidth = Math.max(1.2, size * 0.28);
  to.beginPath();
  to.moveTo(-size * 0.45, 0);
  to.lineTo(-size * 0.1, size * 0.38);
  to.lineTo(size * 0.5, -size * 0.38);
  to.stroke();
}

function sign(to: CanvasRenderingContext2D, text: string, size: number, color: string): void {
  to.fillStyle = color;
  to.font = `700 ${size}px sans-serif`;
  to.textAlign = "center";
  to.textBaseline = "middle";
  to.fillText(text, 0, size * 0.05);
}
