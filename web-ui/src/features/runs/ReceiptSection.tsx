import { Code } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { lasting } from "../../lib/durations";
import { cuHours } from "../../lib/usage";
import { DataTable } from "../../ui/DataTable";
import { Figure, Figures } from "../../ui/Figures";
import { Section } from "../../ui/Section";
import type { Held, Receipt } from "./effects";
import classes from "./ReceiptSection.module.css";
import { Since } from "./Since";
import { closedWords } from "./words";

/** What a run held and what that comes to, and which state it saw. */
export function ReceiptSection({ receipt, start }: { receipt: Receipt; start: string }) {
  const family = receipt.root !== receipt.run;
  return (
    <Section title="Receipt" intro="What it held, how deep and how broad, what it is billed by, and the state it saw.">
      <div className={classes.receipt}>
        <Figures>
          <Figure label="Depth" what={receipt.depth_peak} under={`${mean(receipt.depth_mean)} on average`} />
          <Figure
            label="Breadth"
            what={receipt.breadth_peak}
            under={`platforms; ${mean(receipt.breadth_mean)} on average`}
          />
          {family ? (
            <Figure label="Charge" what="none of its own" under={<Root id={receipt.root} />} />
          ) : (
            <Figure
              label="Charge"
              what={cuHours(receipt.charge.billable_depth_ms)}
              under={`billed, of ${cuHours(receipt.charge.depth_ms)} held`}
            />
          )}
        </Figures>
        <Versions receipt={receipt} />
        {receipt.holds.length === 0 ? <p>It held no system.</p> : <Holds holds={receipt.holds} start={start} />}
      </div>
    </Section>
  );
}

const mean = (value: number) => value.toLocaleString(undefined, { maximumFractionDigits: 2 });

function Root({ id }: { id: string }) {
  return (
    <>
      it is on{" "}
      <Link to="/runs/$id" params={{ id }}>
        the receipt of its root
      </Link>
    </>
  );
}

function Holds({ holds, start }: { holds: Held[]; start: string }) {
  return (
    <DataTable
      label="Holds"
      columns={[
        { label: "System" },
        { label: "Opened", number: true },
        { label: "Held for", number: true },
        { label: "Weight", number: true },
        { label: "Closed because" },
      ]}
      rows={holds.map((hold, at) => ({
        key: String(at),
        cells: [
          `${hold.connector} ${hold.label}`,
          <Since key="opened" start={start} at={hold.opened_at} />,
          lasting(hold.depth_ms / Math.max(1, hold.weight)),
          hold.weight,
          closedWords(hold.close_reason),
        ],
      }))}
    />
  );
}

/** Versions of the agent's shared state. */
function Versions({ receipt }: { receipt: Receipt }) {
  const lists = [
    ["State read", receipt.state_read],
    ["State written", receipt.state_written],
    ["Put back", receipt.state_restored],
    ["Left, since somebody wrote it after the run", receipt.state_kept],
  ] as const;
  const told = lists.filter(([, versions]) => versions.length > 0);
  if (told.length === 0) return null;
  return (
    <dl className={classes.versions}>
      {told.map(([label, versions]) => (
        <VersionList key={label} label={label} versions={versions} />
      ))}
    </dl>
  );
}

function VersionList({ label, versions }: { label: string; versions: Receipt["state_read"] }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {versions.map(({ key, version }, at) => (
          <span key={`${key} ${version}`}>
            {at > 0 && ", "}
            <Code>{key}</Code> version {version}
          </span>
        ))}
      </dd>
    </>
  );
}
