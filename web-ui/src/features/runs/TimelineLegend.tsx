import type { ReactNode } from "react";
import { worded } from "./Badges";
import type { EffectState } from "./effects";
import classes from "./Timeline.module.css";

type Props = { states: EffectState[]; holds: boolean; idle: boolean };

/** What the marks mean that are there. */
export function Legend({ states, holds, idle }: Props) {
  return (
    <ul className={classes.legend} aria-label="What the marks mean">
      {holds && (
        <Mark label="held">
          <rect className={classes.hold} x="1" y="1" width="22" height="12" rx="3" />
        </Mark>
      )}
      {states.map((state) => (
        <Mark key={state} label={worded(state)}>
          <rect className={`${classes.act} ${classes[state] ?? ""}`} x="2" y="3" width="20" height="8" rx="2" />
        </Mark>
      ))}
      {idle && (
        <Mark label="nothing happened; drawn short">
          <rect className={classes.idle} x="0" y="0" width="24" height="14" />
        </Mark>
      )}
    </ul>
  );
}

function Mark({ label, children }: { label: string; children: ReactNode }) {
  return (
    <li>
      <svg aria-hidden>{children}</svg>
      {label}
    </li>
  );
}
