import type { ReactNode } from "react";
import { lasting } from "../../lib/durations";
import { Details } from "../../ui/Details";
import type { Run } from "./api";
import { worded } from "./Badges";
import type { EffectState, Receipt } from "./effects";
import classes from "./Timeline.module.css";
import { Axis } from "./TimelineAxis";
import { Legend } from "./TimelineLegend";
import { TimelineTable } from "./TimelineTable";
import {
  type ActBar,
  type HoldBar,
  type Lane,
  lanesOf,
  percent,
  type Scale,
  type Span,
  scaleOf,
  spanOf,
  ticksOf,
} from "./timeline";

/** So many acts of a system are drawn; a swarm has thousands, and the list below has all. */
const DRAWN = 300;
const SHOWN_STATES = ["LANDED", "NOT_LANDED", "UNKNOWN", "UNDONE", "DISPATCHED"] as const satisfies EffectState[];

/** When which system was held, and what was done there; a lane each. */
export function Timeline({ run, receipt, now }: { run: Run; receipt: Receipt; now: number }) {
  const lanes = lanesOf(receipt, now);
  const scale = scaleOf(spanOf(run, lanes, now), run, lanes);
  const states = SHOWN_STATES.filter((state) =>
    receipt.effects.some((one) => one.state === state && one.dispatched_at),
  );
  return (
    <div className={classes.timeline}>
      <div
        className={classes.lanes}
        role="img"
        aria-label={`Timeline over ${lasting(scale.to - scale.from)}; as a table below`}
      >
        <div className={classes.label}>The run</div>
        <RunLane run={run} scale={scale} now={now} />
        {lanes.map((lane) => (
          <SystemLane key={lane.key} lane={lane} scale={scale} />
        ))}
        <div className={classes.spacer} />
        <Axis scale={scale} />
      </div>
      <Legend states={states} holds={receipt.holds.length > 0} idle={scale.pieces.length > 1} />
      <div className={classes.table}>
        <Details label="As a table">
          <TimelineTable lanes={lanes} from={scale.from} />
        </Details>
      </div>
    </div>
  );
}

/** Where a bar stands. */
function place({ from, to }: Span, scale: Scale): { x: string; width: string } {
  const start = percent(from, scale);
  return { x: `${start}%`, width: `${Math.max(0, percent(to, scale) - start)}%` };
}

function RunLane({ run, scale, now }: { run: Run; scale: Scale; now: number }) {
  const end = run.ended_at ? Date.parse(run.ended_at) : now;
  const begun = run.started_at ? Date.parse(run.started_at) : end;
  return (
    <Plot scale={scale}>
      <rect
        className={classes.queued}
        {...place({ from: Date.parse(run.created_at), to: begun }, scale)}
        y="14"
        height="8"
      />
      {run.started_at && <rect className={classes.run} {...place({ from: begun, to: end }, scale)} y="16" height="4" />}
    </Plot>
  );
}

function SystemLane({ lane, scale }: { lane: Lane; scale: Scale }) {
  return (
    <>
      <div className={classes.label}>
        {lane.connector} <span className={classes.quiet}>{lane.label}</span>
      </div>
      <Plot scale={scale}>
        {lane.holds.map((bar) => (
          <Hold key={`${bar.from} ${bar.hold.run}`} bar={bar} scale={scale} />
        ))}
        {lane.acts.slice(0, DRAWN).map((bar) => (
          <Act key={bar.effect.id} bar={bar} scale={scale} />
        ))}
      </Plot>
    </>
  );
}

/** A lane's ground: where ticks are, and what is drawn short. */
function Plot({ scale, children }: { scale: Scale; children: ReactNode }) {
  return (
    <svg className={classes.plot} aria-hidden>
      {ticksOf(scale).map(({ at, place: x }) => (
        <line key={at} className={classes.line} x1={`${x}%`} x2={`${x}%`} y1="0" y2="100%" />
      ))}
      {scale.pieces
        .filter(({ idle }) => idle)
        .map(({ from, start, end }) => (
          <rect key={from} className={classes.idle} x={`${start}%`} width={`${end - start}%`} y="0" height="100%" />
        ))}
      {children}
    </svg>
  );
}

function Hold({ bar, scale }: { bar: HoldBar; scale: Scale }) {
  return (
    <rect className={classes.hold} {...place(bar, scale)} y="4" height="28" rx="4">
      <title>
        held for {lasting(bar.to - bar.from)}
        {bar.open && ", and still"}
      </title>
    </rect>
  );
}

function Act({ bar, scale }: { bar: ActBar; scale: Scale }) {
  const { effect } = bar;
  return (
    <rect className={`${classes.act} ${classes[effect.state] ?? ""}`} {...place(bar, scale)} y="12" height="12" rx="2">
      <title>
        {effect.action}: {worded(effect.state)}
        {effect.phase === "undo" && " (takes another back)"} after {lasting(bar.to - bar.from)}
      </title>
    </rect>
  );
}
