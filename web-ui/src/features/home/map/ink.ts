import type { EffectState } from "./facts";

/** The page's colours, as a canvas needs them. */
export type Ink = {
  text: string;
  quiet: string;
  line: string;
  card: string;
  brand: string;
  glow: string;
  faded: string;
  font: string;
} & Record<EffectState, string>;

export function inkOf(element: Element): Ink {
  const style = getComputedStyle(element);
  const value = (name: string) => style.getPropertyValue(name).trim() || "#888";
  return {
    text: value("--mantine-color-text"),
    quiet: value("--g-quiet"),
    line: value("--map-line"),
    card: value("--g-card"),
    brand: value("--map-brand"),
    glow: value("--map-glow"),
    faded: value("--map-faded"),
    font: style.fontFamily || "sans-serif",
    INTENDED: value("--map-intended"),
    DISPATCHED: value("--map-brand"),
    LANDED: value("--map-landed"),
    NOT_LANDED: value("--map-not-landed"),
    UNKNOWN: value("--map-unknown"),
    UNDONE: value("--map-undone"),
    ABANDONED: value("--map-intended"),
  };
}
