import { Button, Code } from "@mantine/core";
import { useState } from "react";
import type { Seen } from "../../lib/etag";
import { Row, Rows } from "../../ui/Rows";
import { Section } from "../../ui/Section";
import { StateWord } from "../../ui/StateWord";
import { ActionForm } from "./ActionForm";
import type { Action, Connector } from "./api";
import { CLASSES, nameOf } from "./own";

type Props = { connector: Seen<Connector>; mayChange: boolean };

/** What it can do, and what each action is taken to be. */
export function OwnActions({ connector, mayChange }: Props) {
  const [changing, setChanging] = useState<string>();
  const one = connector.actions.find((action) => action.function === changing);
  return (
    <Section
      title="Actions"
      intro="Classed by their methods, or by your word. A change holds at once for what isn't prepared yet."
      flush
    >
      <Rows label="Actions">
        {connector.actions.map((action) => (
          <ActionRow
            key={action.function}
            action={action}
            {...(mayChange && !action.own?.missing && { onChange: () => setChanging(action.function) })}
          />
        ))}
      </Rows>
      {one && <ActionForm connector={connector} action={one} onClose={() => setChanging(undefined)} />}
    </Section>
  );
}

function ActionRow({ action, onChange }: { action: Action; onChange?: () => void }) {
  const missing = action.own?.missing;
  const off = missing || action.own?.offered === false;
  return (
    <Row
      title={
        <>
          <Code>{nameOf(action)}</Code> {action.own?.source}
          {off && <StateWord color="gray" word={missing ? "can’t be called" : "off"} />}
        </>
      }
      under={
        <>
          {action.title}
          <br />
          {missing ? `Can’t be called: ${missing}.` : told(action)}
        </>
      }
      actions={
        onChange && (
          <Button size="xs" variant="default" aria-label={`Change ${nameOf(action)}`} onClick={onChange}>
            Change
          </Button>
        )
      }
    />
  );
}

/** What is done when its answer is lost, and what takes it back, in a sentence. */
function told({ retry_class, undo_class, undo_action, own }: Action): string {
  const word = CLASSES.find(({ value }) => value === retry_class)?.label ?? retry_class;
  const why = own?.idempotency_header
    ? `, deduplicated by ${own.idempotency_header}`
    : own && retry_class !== own.claimed_retry_class
      ? ", at your word"
      : "";
  const lost = `If its answer is lost, it ${word}${why}.`;
  if (retry_class === "pure") return lost;
  if (!undo_action) return `${lost} It can’t be taken back.`;
  return `${lost} ${undo_action} ${undo_class === "compensable" ? "is its opposite act" : "takes it back"}.`;
}
