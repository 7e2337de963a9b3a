import { type Curve, curveOf } from "./curve";
import type { Label } from "./labels";
import type { Layout } from "./layout";
import type { MapView } from "./view";

/** A view with all that has to be worked out once to draw it many times. */
export type Scene = { view: MapView; layout: Layout; names: readonly Label[]; curves: ReadonlyMap<string, Curve> };

export function sceneOf(view: MapView, layout: Layout, names: readonly Label[]): Scene {
  const curves = new Map<string, Curve>();
  for (const { id, agent, system } of view.lines) {
    const [from, to] = [layout.spots.get(agent), layout.spots.get(system)];
    if (from && to) curves.set(id, curveOf(from, to));
  }
  return { view, layout, names, curves };
}
