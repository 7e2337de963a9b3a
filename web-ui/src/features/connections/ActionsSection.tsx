import { Code } from "@mantine/core";
import { DataTable, type Line } from "../../ui/DataTable";
import { Section } from "../../ui/Section";
import type { Action, Connector } from "./api";

const AFTER_UNKNOWN: Record<Action["retry_class"], string> = {
  pure: "tried again: it changes nothing",
  idempotent: "sent again: the platform takes it once",
  reconcilable: "looked up first",
  blind: "never sent again: somebody has to say",
};
const UNDO: Record<Action["undo_class"], string> = {
  reversible: "yes",
  compensable: "opposite act",
  irreversible: "no",
};

/** What a connector can do, and what is known of it after a failure. */
export function ActionsSection({ connector }: { connector: Connector }) {
  const rows = connector.actions.map(
    (one): Line => ({
      key: one.function,
      cells: [
        <span key="what">
          <Code>{one.function}</Code> {one.title}
        </span>,
        AFTER_UNKNOWN[one.retry_class],
        one.retry_class === "pure" ? "–" : UNDO[one.undo_class],
      ],
    }),
  );
  return (
    <Section title="What can be done through it">
      <DataTable
        label="Actions"
        columns={[{ label: "Action" }, { label: "If its fate is unknown" }, { label: "Undo", number: true }]}
        rows={rows}
      />
    </Section>
  );
}
