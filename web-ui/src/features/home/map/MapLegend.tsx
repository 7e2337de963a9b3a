import type { EffectState } from "./facts";
import classes from "./map.module.css";
import { LEGEND, STATES } from "./words";

/** What the shapes mean. */
export function MapLegend() {
  return (
    <ul className={classes.legend} aria-label="What the map's signs mean">
      <li>
        <svg width="22" height="14" viewBox="0 0 22 14" aria-hidden>
          <path d="M1 7h20" stroke="var(--map-brand)" strokeWidth="4" strokeLinecap="round" />
        </svg>
        a hold, as wide as its weight
      </li>
      {LEGEND.map((state) => (
        <li key={state}>
          <Sign state={state} />
          {STATES[state].word}
        </li>
      ))}
    </ul>
  );
}

const COLORS: Record<EffectState, string> = {
  INTENDED: "var(--map-intended)",
  DISPATCHED: "var(--map-brand)",
  LANDED: "var(--map-landed)",
  NOT_LANDED: "var(--map-not-landed)",
  UNKNOWN: "var(--map-unknown)",
  UNDONE: "var(--map-undone)",
  ABANDONED: "var(--map-intended)",
};

/** The same shapes as the canvas has. */
function Sign({ state }: { state: EffectState }) {
  const color = COLORS[state];
  const line = { fill: "none", stroke: color, strokeWidth: 2 };
  return (
    <svg width="14" height="14" viewBox="-7 -7 14 14" aria-hidden>
      {STATES[state].shape === "ring" && <circle r="4.8" {...line} />}
      {STATES[state].shape === "triangle" && <path d="M6.5 0L-5 5V-5Z" fill={color} />}
      {STATES[state].shape === "disc" && (
        <>
          <circle r="6" fill={color} />
          <path d="M-2.7 0L-.6 2.3L3-2.3" fill="none" stroke="var(--g-card)" strokeWidth="1.7" />
        </>
      )}
      {STATES[state].shape === "cross" && <path d="M-4.5-4.5L4.5 4.5M4.5-4.5L-4.5 4.5" {...line} strokeWidth="3" />}
      {STATES[state].shape === "diamond" && <path d="M0-6.8L6.8 0L0 6.8L-6.8 0Z" fill={color} />}
      {STATES[state].shape === "square" && <rect x="-4.8" y="-4.8" width="9.6" height="9.6" {...line} />}
    </svg>
  );
}
