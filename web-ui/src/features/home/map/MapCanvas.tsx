import { useComputedColorScheme } from "@mantine/core";
import { type RefObject, useEffect, useRef } from "react";
import { inkOf } from "./ink";
import classes from "./map.module.css";
import { ageAt, drawMoving } from "./moving";
import type { Scene } from "./scene";
import { drawStill } from "./still";

/** The time that pulses are as old by; `rate` of its milliseconds pass in one. */
export type Clock = { now: () => number; rate: number };

type Props = { scene: Scene; chosen: string | null; clock: Clock; still: boolean };

/** The picture: one canvas that is drawn when something changes, and one over it that is drawn while something moves. */
export function MapCanvas({ scene, chosen, clock, still }: Props) {
  const below = useRef<HTMLCanvasElement>(null);
  const above = useRef<HTMLCanvasElement>(null);
  const scheme = useComputedColorScheme(); // a canvas takes its colours once
  useStill(below, scene, chosen, scheme);
  useMoving(above, scene, clock, still, scheme);
  return (
    <>
      <canvas ref={below} className={classes.canvas} aria-hidden />
      <canvas ref={above} className={classes.canvas} aria-hidden />
    </>
  );
}

type CanvasRef = RefObject<HTMLCanvasElement | null>;

function useStill(canvas: CanvasRef, scene: Scene, chosen: string | null, scheme: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours are another scheme's
  useEffect(() => {
    const to = prepared(canvas.current, scene);
    if (to && canvas.current) drawStill(to, scene, inkOf(canvas.current), chosen);
  }, [canvas, scene, chosen, scheme]);
}

function useMoving(canvas: CanvasRef, scene: Scene, clock: Clock, still: boolean, scheme: string): void {
  const births = useRef<Map<string, number> | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours are another scheme's
  useEffect(() => {
    births.current = bornNow(births.current, scene, clock.now());
    const born = births.current;
    const to = prepared(canvas.current, scene);
    if (!to || !canvas.current) return;
    const ink = inkOf(canvas.current);
    let waiting = 0;
    const frame = () => {
      const now = clock.now();
      const moves = drawMoving(to, scene, ink, {
        now: performance.now(),
        ageOf: (pulse) => ageAt(now, pulse.born ?? born.get(pulse.id) ?? now, clock.rate),
        still,
      });
      waiting = moves ? requestAnimationFrame(frame) : 0;
    };
    waiting = requestAnimationFrame(frame);
    return () => cancelAnimationFrame(waiting);
  }, [canvas, scene, clock, still, scheme]);
}

/** When each pulse was first here; those that were here before the map are over. */
function bornNow(known: Map<string, number> | null, { view }: Scene, now: number): Map<string, number> {
  const born = (id: string) => known?.get(id) ?? (known ? now : Number.NEGATIVE_INFINITY);
  return new Map(view.pulses.map(({ id }) => [id, born(id)]));
}

/** The canvas as large as the map, as fine as the screen; null where there is none to draw on. */
function prepared(canvas: HTMLCanvasElement | null, { layout }: Scene): CanvasRenderingContext2D | null {
  const to = canvas?.getContext("2d");
  if (!canvas || !to) return null;
  const fine = Math.min(2, window.devicePixelRatio || 1);
  const [width, height] = [Math.round(layout.width * fine), Math.round(layout.height * fine)];
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
    canvas.style.height = `${layout.height}px`;
  }
  to.setTransform(fine, 0, 0, fine, 0, 0);
  return to;
}
