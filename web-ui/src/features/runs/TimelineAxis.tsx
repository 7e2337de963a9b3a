import { lasting } from "../../lib/durations";
import classes from "./Timeline.module.css";
import { type Scale, type Tick, ticksOf } from "./timeline";

/** Time since the run was accepted; of stretches that are drawn short how long they were. */
export function Axis({ scale }: { scale: Scale }) {
  return (
    <svg className={classes.scale} aria-hidden>
      {ticksOf(scale).map((tick) => (
        <text key={tick.at} x={`${tick.place}%`} y="14" textAnchor={anchor(tick)}>
          {tick.at === 0 ? "0" : lasting(tick.at)}
        </text>
      ))}
      {scale.pieces
        .filter(({ idle }) => idle)
        .map(({ from, to, start, end }) => (
          <text key={from} className={classes.skipped} x={`${(start + end) / 2}%`} y="14" textAnchor="middle">
            {lasting(to - from)}
          </text>
        ))}
    </svg>
  );
}

/** Words at an edge stay within. */
function anchor({ place }: Tick): "start" | "middle" | "end" {
  if (place < 2) return "start";
  return place > 95 ? "end" : "middle";
}
