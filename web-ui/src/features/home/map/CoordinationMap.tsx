import { useReducedMotion } from "@mantine/hooks";
import { useLayoutEffect, useMemo, useRef, useState } from "react";
import { folded } from "./fold";
import { labels, type Named } from "./labels";
import { type Layout, layout, MOST_SYSTEMS, roomForAgents } from "./layout";
import { type Clock, MapCanvas } from "./MapCanvas";
import { MapLegend } from "./MapLegend";
import { MapNodes } from "./MapNodes";
import { MapTable } from "./MapTable";
import classes from "./map.module.css";
import { sceneOf } from "./scene";
import { nameFont } from "./still";
import type { MapView } from "./view";
import { aboutAgent, aboutSystem, many } from "./words";

/** Of more systems only those in trouble are named on the picture. */
const NAMED = 36;

/** @param paused whether time stands still */
type Props = { view: MapView; clock: Clock; paused?: boolean };

/** Agents in the middle, the systems that they hold around them, what they do as it happens; and the same in words. */
export function CoordinationMap({ view, clock, paused = false }: Props) {
  const [field, width] = useWidth();
  const calm = useReducedMotion();
  const [chosen, choose] = useState<string | null>(null);
  const { scene, drawn } = useScene(view, width);
  const still = calm || paused;
  return (
    <div className={classes.map}>
      <div
        ref={field}
        className={classes.field}
        style={{ height: scene.layout.height }}
        role="group"
        aria-label={`Coordination map: ${inWords(view)}. Arrow keys go from node to node; as a table below`}
      >
        <MapCanvas scene={scene} chosen={chosen} clock={clock} still={still} />
        <MapNodes view={drawn} spots={scene.layout.spots} chosen={chosen} onChoose={choose} />
      </div>
      <About view={drawn} chosen={chosen} />
      <MapLegend />
      <MapTable view={view} />
    </div>
  );
}

function useScene(view: MapView, width: number) {
  const fewer = useMemo(() => folded(view, { agents: Number.POSITIVE_INFINITY, systems: MOST_SYSTEMS }), [view]);
  const count = fewer.systems.length;
  const room = useMemo(() => roomForAgents(width, count), [width, count]);
  const drawn = useMemo(() => folded(fewer, { agents: room, systems: MOST_SYSTEMS }), [fewer, room]);
  const agents = drawn.agents.map(({ id }) => id).join("\n");
  const systems = drawn.systems.map(({ id }) => id).join("\n");
  // by who is there and not by what they do: an effect moves nobody, and takes no time
  const placed = useMemo(() => layout(split(agents), split(systems), width), [agents, systems, width]);
  return useMemo(() => ({ drawn, scene: sceneOf(drawn, placed, namesOf(drawn, placed)) }), [drawn, placed]);
}

const split = (lines: string): string[] => (lines === "" ? [] : lines.split("\n"));

function namesOf(view: MapView, placed: Layout) {
  const crowded = view.systems.length > NAMED;
  const named: Named[] = [
    ...view.agents.map(({ id, name, depth }) => ({ id, name, rank: 3 + depth })),
    ...view.systems.map(({ id, label, swarm, weight, trouble }) => {
      const rank = (trouble ? 2 : 0) + (weight > 0 ? 1 : 0);
      if (!swarm) return { id, name: crowded && !trouble ? "" : label, rank };
      const count = `${(swarm.inFlight + swarm.answered).toLocaleString()}${swarm.more ? "+" : ""}`;
      return { id, name: `${count} × ${label}`, rank: 4, aside: 7 };
    }),
  ];
  return labels(named, placed, measure());
}

/** How wide a name is; about, where nothing can be drawn. */
function measure(): (text: string) => number {
  const to = document.createElement("canvas").getContext("2d");
  if (!to) return (text) => text.length * 6;
  to.font = nameFont(true, getComputedStyle(document.body).fontFamily);
  return (text) => to.measureText(text).width;
}

export const inWords = (view: MapView): string =>
  `${many(view.agents.length, "agent")}, ${many(view.systems.length, "system")}, depth ${view.depth}, breadth ${view.breadth}`;

function About({ view, chosen }: { view: MapView; chosen: string | null }) {
  const agent = view.agents.find(({ id }) => id === chosen);
  const system = view.systems.find(({ id }) => id === chosen);
  return (
    <p className={classes.about} aria-live="polite">
      {agent && aboutAgent(agent)}
      {system && aboutSystem(system, view)}
      {!agent && !system && <span className={classes.hint}>Choose a node to see what it holds, or who holds it.</span>}
    </p>
  );
}

/** An element's width as it changes. */
function useWidth() {
  const element = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(800);
  useLayoutEffect(() => {
    const measured = element.current;
    if (!measured) return;
    const take = () => measured.clientWidth > 0 && setWidth(measured.clientWidth);
    take();
    const watcher = new ResizeObserver(take);
    watcher.observe(measured);
    return () => watcher.disconnect();
  }, []);
  return [element, width] as const;
}
