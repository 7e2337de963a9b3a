import { type KeyboardEvent, memo, useRef, useState } from "react";
import type { Spot } from "./layout";
import classes from "./map.module.css";
import type { MapView } from "./view";
import { aboutAgent, aboutSystem } from "./words";

type Props = {
  view: MapView;
  spots: ReadonlyMap<string, Spot>;
  chosen: string | null;
  onChoose: (id: string | null) => void;
};

const PRESSED = 24; // px: what is pressed is at least as large

/** A button over each node: one stop of the Tab key for all of them, then arrow keys. */
export const MapNodes = memo(function MapNodes({ view, spots, chosen, onChoose }: Props) {
  const nodes = [
    ...view.agents.map((agent) => ({ id: agent.id, name: aboutAgent(agent), title: agent.name })),
    ...view.systems.map((system) => ({ id: system.id, name: aboutSystem(system, view), title: system.label })),
  ];
  const [stop, setStop] = useState<string | null>(null);
  const buttons = useRef(new Map<string, HTMLButtonElement>());
  const here = nodes.find(({ id }) => id === stop) ?? nodes[0];
  const go = (event: KeyboardEvent, from: number) => {
    const to = stepOf(event.key, from, nodes.length);
    if (event.key === "Escape") onChoose(null);
    const node = to === null ? undefined : nodes[to];
    if (!node) return;
    event.preventDefault();
    setStop(node.id);
    onChoose(node.id);
    buttons.current.get(node.id)?.focus();
  };
  return nodes.map(({ id, name, title }, at) => {
    const spot = spots.get(id);
    if (!spot) return null;
    const size = Math.max(PRESSED, 2 * spot.radius);
    return (
      <button
        key={id}
        ref={(button) => {
          if (button) buttons.current.set(id, button);
          else buttons.current.delete(id);
        }}
        type="button"
        className={classes.node}
        style={{ left: spot.x - size / 2, top: spot.y - size / 2, width: size, height: size }}
        tabIndex={id === here?.id ? 0 : -1}
        aria-label={name}
        aria-pressed={id === chosen}
        title={title}
        onClick={() => {
          setStop(id);
          onChoose(id === chosen ? null : id);
        }}
        onKeyDown={(event) => go(event, at)}
      />
    );
  });
});

/** Where a key leads among so many; null: it is none of these. */
function stepOf(key: string, from: number, count: number): number | null {
  switch (key) {
    case "ArrowRight":
    case "ArrowDown":
      return (from + 1) % count;
    case "ArrowLeft":
    case "ArrowUp":
      return (from - 1 + count) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}
