import { Button, Code, Text } from "@mantine/core";
import { useState } from "react";
import type { Seen } from "../../lib/etag";
import { DataTable, type Line } from "../../ui/DataTable";
import { Section } from "../../ui/Section";
import { ActionForm } from "./ActionForm";
import type { Action, Connector } from "./api";
import { CLASSES, nameOf } from "./own";

const COLUMNS = [{ label: "Action" }, { label: "Offered" }, { label: "If its answer is lost, it" }, { label: "Undo" }];

type Props = { connector: Seen<Connector>; mayChange: boolean };

/** What it can do, and what each action is taken to be. */
export function OwnActions({ connector, mayChange }: Props) {
  const [changing, setChanging] = useState<string>();
  const one = connector.actions.find((action) => action.function === changing);
  return (
    <Section
      title="Actions"
      intro="Classed by their methods, or by your word. A change holds at once for what isn't prepared yet."
    >
      <DataTable
        label="Actions"
        columns={mayChange ? [...COLUMNS, { label: "Change" }] : COLUMNS}
        rows={connector.actions.map((action) => line(action, mayChange ? setChanging : undefined))}
      />
      {one && <ActionForm connector={connector} action={one} onClose={() => setChanging(undefined)} />}
    </Section>
  );
}

function line(action: Action, onChange: ((name: string) => void) | undefined): Line {
  const missing = action.own?.missing;
  const what = (
    <span key="what">
      <Code>{nameOf(action)}</Code> {action.own?.source}
      <Text size="xs" c="dimmed" component="span" display="block">
        {missing ? `Can’t be called: ${missing}.` : action.title}
      </Text>
    </span>
  );
  if (missing) return { key: action.function, cells: [what, "no", "–", "–", ""] };
  return {
    key: action.function,
    cells: [
      what,
      action.own?.offered === false ? "no" : "yes",
      <Lost key="lost" action={action} />,
      action.retry_class === "pure" ? "–" : <Taken key="undo" action={action} />,
      onChange && (
        <Button
          key="change"
          size="compact-xs"
          variant="default"
          aria-label={`Change ${nameOf(action)}`}
          onClick={() => onChange(action.function)}
        >
          Change
        </Button>
      ),
    ],
  };
}

function Lost({ action: { retry_class, own } }: { action: Action }) {
  const yours = own && retry_class !== own.claimed_retry_class;
  return (
    <>
      {CLASSES.find(({ value }) => value === retry_class)?.label ?? retry_class}
      {(own?.idempotency_header || yours) && (
        <Text size="xs" c="dimmed" component="span" display="block">
          {own?.idempotency_header ? `deduplicated by ${own.idempotency_header}` : "at your word"}
        </Text>
      )}
    </>
  );
}

function Taken({ action: { undo_action, undo_class } }: { action: Action }) {
  if (!undo_action) return "can’t be taken back";
  return (
    <>
      <Code>{undo_action}</Code> {undo_class === "compensable" && "opposite act"}
    </>
  );
}
