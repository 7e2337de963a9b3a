import { Code, Group, Select } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { MoreButton } from "../../ui/MoreButton";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { Row, Rows, RowsLoading } from "../../ui/Rows";
import { RunLink } from "../../ui/RunLink";
import { Section } from "../../ui/Section";
import { Time } from "../../ui/Time";
import { historyQuery, type Version } from "./api";
import { Diff } from "./Diff";
import { pretty } from "./lines";

/** What an entry was, who wrote it, and what changed between two versions. */
export function HistorySection({ agent, entry }: { agent: string; entry: string }) {
  const history = useInfiniteQuery(historyQuery(agent, entry));
  const versions = history.data ?? [];
  return (
    <>
      {versions.length > 1 && <Compare versions={versions} />}
      <Section title="History" flush>
        <ProblemAlert error={history.error} onRetry={() => void history.refetch()} />
        {history.isPending && <RowsLoading />}
        {versions.length > 0 && (
          <Rows label="Versions">
            {versions.map((one) => (
              <VersionRow key={one.version} one={one} />
            ))}
          </Rows>
        )}
        <MoreButton list={history} />
      </Section>
    </>
  );
}

function VersionRow({ one }: { one: Version }) {
  return (
    <Row
      title={<>Version {one.version}</>}
      under={
        <>
          by <Code>{one.actor}</Code>
          {one.run && (
            <>
              {" "}
              in <RunLink id={one.run} />
            </>
          )}
          {one.position && (
            <>
              {" "}
              at <Code>{one.position}</Code>
            </>
          )}
          {one.value === null && " · deleted, or null"}
        </>
      }
      side={<Time at={one.at} />}
    />
  );
}

function Compare({ versions }: { versions: Version[] }) {
  const [latest, previous] = versions;
  const [chosen, setChosen] = useState<{ before?: number; after?: number }>({});
  const find = (wanted: number | undefined, otherwise: Version | undefined) =>
    versions.find(({ version }) => version === wanted) ?? otherwise;
  const before = find(chosen.before, previous);
  const after = find(chosen.after, latest);
  if (!before || !after) return null;
  const choices = versions.map(({ version }) => ({ value: String(version), label: `version ${version}` }));
  return (
    <Section title="What changed">
      <Group mb="sm" gap="sm">
        <Select
          label="From"
          data={choices}
          value={String(before.version)}
          allowDeselect={false}
          onChange={(value) => value && setChosen({ ...chosen, before: Number(value) })}
        />
        <Select
          label="To"
          data={choices}
          value={String(after.version)}
          allowDeselect={false}
          onChange={(value) => value && setChosen({ ...chosen, after: Number(value) })}
        />
      </Group>
      <Diff
        before={pretty(before.value)}
        after={pretty(after.value)}
        label={`From version ${before.version} to version ${after.version}`}
      />
    </Section>
  );
}
