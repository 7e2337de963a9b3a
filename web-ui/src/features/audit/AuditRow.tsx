import { Code } from "@mantine/core";
import { Row } from "../../ui/Rows";
import { Time } from "../../ui/Time";
import classes from "./AuditRow.module.css";
import type { AuditEntry } from "./api";

type Props = { entry: AuditEntry; people: Map<string, string> };

/** A line of the log; `people`: what members are called. */
export function AuditRow({ entry, people }: Props) {
  return (
    <Row
      title={entry.action}
      under={
        <>
          <Name id={entry.target} people={people} /> by <Name id={entry.actor} people={people} />
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

function Name({ id, people }: { id: string; people: Map<string, string> }) {
  const name = people.get(id);
  return name ? <strong title={id}>{name}</strong> : <Code>{id}</Code>;
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
