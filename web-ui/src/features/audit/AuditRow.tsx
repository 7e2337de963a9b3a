import { Code } from "@mantine/core";
import { Row } from "../../ui/Rows";
import { Time } from "../../ui/Time";
import classes from "./AuditRow.module.css";
import type { AuditEntry } from "./api";

export function AuditRow({ entry }: { entry: AuditEntry }) {
  return (
    <Row
      title={entry.action}
      under={
        <>
          <Code>{entry.target}</Code> by <Code>{entry.actor}</Code>
          {entry.address && ` from ${entry.address}`}
        </>
      }
      side={
        <>
          <span>#{entry.seq}</span>
          <Time at={entry.at} />
        </>
      }
      below={
        <details className={classes.details}>
          <summary>What changed</summary>
          <div className={classes.sides}>
            <Facts label="Before" facts={entry.before} />
            <Facts label="After" facts={entry.after} />
          </div>
          <p className={classes.hash}>SHA-256 {entry.hash}</p>
        </details>
      }
    />
  );
}

function Facts({ label, facts }: { label: string; facts: unknown }) {
  return (
    <div>
      <div className={classes.label}>{label}</div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long ones scroll, by keyboard too */}
      <pre className={classes.facts} tabIndex={0} role="group" aria-label={label}>
        {facts === null ? "–" : JSON.stringify(facts, null, 2)}
      </pre>
    </div>
  );
}
