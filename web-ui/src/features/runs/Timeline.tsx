import type { ReactNode } from "react";
import { lasting } from "../../lib/durations";
import { Details } from "../../ui/Details";
import type { Run } from "./api";
import { worded } from "./Badges";
import type { EffectState, Receipt } from "./effects";
import classes from "./Timeline.module.css";
import { TimelineTable } from "./TimelineTable";
import { type ActBar, type HoldBar, type Lane, lanesOf, percent, type Span, spanOf, ticksOf } from "./timeline";

const TICKS = 5;
/** So many acts of a system are drawn; a swarm has thousands, and the list below has all. */
const DRAWN = 300;
const SHOWN_STATES = ["LANDED", "NOT_LANDED", "UNKNOWN", "UNDONE", "DISPATCHED"] as const satisfies EffectState[];

/** When which system was held, and what was done there; a lane each. */
export function Timeline({ run, receipt, now }: { run: Run; receipt: Receipt; now: number }) {
  const lanes = lanesOf(receipt, now);
  const span = spanOf(run, lanes, now);
  const states = SHOWN_STATES.filter((state) =>
    receipt.effects.some((one) => one.state === state && one.dispatched_at),
  );
  return (
    <div className={classes.timeline}>
      <div
        className={classes.lanes}
        role="img"
        aria-label={`Timeline over ${lasting(span.to - span.from)}; as a table below`}
      >
        <div className={classes.label}>The run</div>
        <RunLane run={run} span={span} now={now} />
        {lanes.map((lane) => (
          <SystemLane key={lane.key} lane={lane} span={span} />
        ))}
        <div className={classes.spacer} />
        <Scale span={span} />
      </div>
      <Legend states={states} holds={receipt.holds.length > 0} />
      <div className={classes.table}>
        <Details label="As a table">
          <TimelineTable lanes={lanes} span={span} />
        </Details>
      </div>
    </div>
  );
}

const x = (at: number, span: Span) => `${percent(at, span)}%`;
const width = (bar: Span, span: Span) => `${Math.max(0, percent(bar.to, span) - percent(bar.from, span))}%`;

function RunLane({ run, span, now }: { run: Run; span: Span; now: number }) {
  const end = run.ended_at ? Date.parse(run.ended_at) : now;
  const begun = run.started_at ? Date.parse(run.started_at) : end;
  const queued = { from: Date.parse(run.created_at), to: begun };
  return (
    <Plot span={span}>
      <rect className={classes.queued} x={x(queued.from, span)} width={width(queued, span)} y="14" height="8" />
      {run.started_at && (
        <rect
          className={classes.run}
          x={x(begun, span)}
          width={width({ from: begun, to: end }, span)}
          y="16"
          height="4"
        />
      )}
    </Plot>
  );
}

function SystemLane({ lane, span }: { lane: Lane; span: Span }) {
  return (
    <>
      <div className={classes.label}>
        {lane.connector} <span className={classes.quiet}>{lane.label}</span>
      </div>
      <Plot span={span}>
        {lane.holds.map((bar) => (
          <Hold key={`${bar.from} ${bar.hold.run}`} bar={bar} span={span} />
        ))}
        {lane.acts.slice(0, DRAWN).map((bar) => (
          <Act key={bar.effect.id} bar={bar} span={span} />
        ))}
      </Plot>
    </>
  );
}

function Plot({ span, children }: { span: Span; children: ReactNode }) {
  return (
    <svg className={classes.plot} aria-hidden>
      {ticksOf(span, TICKS).map((tick) => (
        <line
          key={tick}
          className={classes.line}
          x1={x(span.from + tick, span)}
          x2={x(span.from + tick, span)}
          y1="0"
          y2="100%"
        />
      ))}
      {children}
    </svg>
  );
}

function Hold({ bar, span }: { bar: HoldBar; span: Span }) {
  return (
    <rect className={classes.hold} x={x(bar.from, span)} width={width(bar, span)} y="4" height="28" rx="4">
      <title>
        held for {lasting(bar.to - bar.from)}
        {bar.open && ", and still"}
      </title>
    </rect>
  );
}

function Act({ bar: { effect, ...bar }, span }: { bar: ActBar; span: Span }) {
  return (
    <rect
      className={`${classes.act} ${classes[effect.state] ?? ""}`}
      x={x(bar.from, span)}
      width={width(bar, span)}
      y="12"
      height="12"
      rx="2"
    >
      <title>
        {effect.action}: {worded(effect.state)}
        {effect.phase === "undo" && " (takes another back)"} after {lasting(bar.to - bar.from)}
      </title>
    </rect>
  );
}

function Scale({ span }: { span: Span }) {
  const ticks = ticksOf(span, TICKS);
  return (
    <svg className={classes.scale} aria-hidden>
      {ticks.map((tick) => {
        const at = percent(span.from + tick, span);
        return (
          <text key={tick} x={`${at}%`} y="14" textAnchor={at < 2 ? "start" : at > 95 ? "end" : "middle"}>
            {tick === 0 ? "0" : lasting(tick)}
          </text>
        );
      })}
    </svg>
  );
}

function Legend({ states, holds }: { states: EffectState[]; holds: boolean }) {
  return (
    <ul className={classes.legend} aria-label="What the marks mean">
      {holds && (
        <li>
          <svg aria-hidden>
            <rect className={classes.hold} x="1" y="1" width="22" height="12" rx="3" />
          </svg>
          held
        </li>
      )}
      {states.map((state) => (
        <li key={state}>
          <svg aria-hidden>
            <rect className={`${classes.act} ${classes[state] ?? ""}`} x="2" y="3" width="20" height="8" rx="2" />
          </svg>
          {worded(state)}
        </li>
      ))}
    </ul>
  );
}
