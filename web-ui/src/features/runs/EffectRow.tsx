import { Code } from "@mantine/core";
import type { ReactNode } from "react";
import { between } from "../../lib/durations";
import { JsonDetails } from "../../ui/JsonView";
import { Row } from "../../ui/Rows";
import { Time } from "../../ui/Time";
import { EffectBadge } from "./Badges";
import classes from "./EffectRow.module.css";
import { type Effect, EVIDENCE, RETRY_MEANING, UNDO_MEANING } from "./effects";
import { Since } from "./Since";

/** @param start when its run was accepted, where times are told from then on */
type Props = { one: Effect; start?: string; more?: ReactNode; actions?: ReactNode };

/** One outward act: what it came to, by what proof, and what may be done about it. */
export function EffectRow({ one, start, more, actions }: Props) {
  return (
    <Row
      title={
        <>
          {one.action}
          <EffectBadge one={one} />
          {one.phase === "undo" && <span>takes another back</span>}
        </>
      }
      under={
        <>
          <div>
            {one.connection && <>through {one.connection} · </>}
            {attempts(one)}
            {one.evidence && <> · proven by {EVIDENCE[one.evidence]}</>}
            {one.dispatched_at && one.settled_at && <> after {between(one.dispatched_at, one.settled_at)}</>}
          </div>
          {one.reason && one.state !== "LANDED" && <div>{one.reason}</div>}
          <div>
            <Classes one={one} />
          </div>
        </>
      }
      side={
        <>
          {one.url && /^https?:/.test(one.url) && (
            <a href={one.url} target="_blank" rel="noreferrer" className={classes.link}>
              See it on {one.connector}
            </a>
          )}
          {one.reference && <Code>{one.reference}</Code>}
          {one.dispatched_at &&
            (start ? <Since start={start} at={one.dispatched_at} /> : <Time at={one.dispatched_at} />)}
        </>
      }
      actions={actions}
      below={
        <>
          {more}
          <JsonDetails
            label="Arguments, frozen before it was sent"
            value={one.arguments}
            open={one.state === "UNKNOWN"}
          />
          {one.output !== null && <JsonDetails label="What came of it" value={one.output} />}
        </>
      }
    />
  );
}

function attempts({ attempts, attempts_lost }: Effect): string {
  if (attempts === 0) return "never sent";
  const lost = attempts_lost > 0 ? `, ${attempts_lost} lost with their worker` : "";
  return (attempts === 1 ? "sent once" : `sent ${attempts} times`) + lost;
}

/** The classes by their names, and what they mean. */
function Classes({ one: { retry_class, undo_class, position } }: { one: Effect }) {
  return (
    <>
      <abbr title={RETRY_MEANING[retry_class]}>{retry_class}</abbr>
      {" · "}
      <abbr title={UNDO_MEANING[undo_class]}>{undo_class}</abbr>
      {" · "}
      <Code>{position}</Code>
    </>
  );
}
