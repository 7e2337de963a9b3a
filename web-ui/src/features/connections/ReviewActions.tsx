import { Alert, Button, Checkbox, Code, Group, NativeSelect, Stack, Text, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { Seen } from "../../lib/etag";
import { DataTable, type Line } from "../../ui/DataTable";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { type Action, type Connector, editConnector } from "./api";
import { CLASSES, editsOf, type Said, saidOf } from "./own";

type Props = { connector: Seen<Connector>; onSaved: (connector: Connector) => unknown };

/** What each action is taken to be after a lost answer: by its method, or by its owner's word. */
export function ReviewActions({ connector, onSaved }: Props) {
  const [said, setSaid] = useState<Record<string, Said>>({});
  const edits = editsOf(connector.actions, said);
  const saving = useMutation({
    mutationFn: async () => (Object.keys(edits).length > 0 ? editConnector(connector, { actions: edits }) : connector),
    onSuccess: onSaved,
  });
  const of = (action: Action) => said[action.function] ?? saidOf(action);
  const say = (action: Action, more: Partial<Said>) =>
    setSaid((all) => ({ ...all, [action.function]: { ...(all[action.function] ?? saidOf(action)), ...more } }));
  const claims = connector.actions.filter(
    (one) =>
      connector.kind === "mcp" && one.own && !one.own.missing && one.own.claimed_retry_class !== of(one).retryClass,
  );
  const trust = () => {
    for (const one of claims) say(one, { retryClass: one.own?.claimed_retry_class ?? "blind" });
  };
  return (
    <Stack>
      <Text size="sm">
        When an answer is lost, nobody knows whether the act happened. What may follow then is read from the method;
        whatever else you say is taken at your word.
      </Text>
      {claims.length > 0 && (
        <Alert color="yellow" title="The server says more of its tools">
          <Text size="sm" mb="xs">
            It claims that {claims.length === 1 ? "one of them" : `${claims.length} of them`} may be called again.
            Nothing proves that.
          </Text>
          <Button size="xs" variant="default" onClick={trust}>
            Trust what it says
          </Button>
        </Alert>
      )}
      <DataTable
        label="Actions"
        columns={[{ label: "Action" }, { label: "Offered" }, { label: "If its answer is lost, it" }]}
        rows={connector.actions.map((one) => line(one, of(one), say))}
      />
      <ProblemAlert error={saving.error} />
      <Group justify="flex-end">
        <Button onClick={() => saving.mutate()} loading={saving.isPending}>
          Save and connect
        </Button>
      </Group>
    </Stack>
  );
}

function line(action: Action, said: Said, say: (action: Action, more: Partial<Said>) => void): Line {
  const name = action.function;
  const missing = action.own?.missing;
  const what = (
    <Text key="what" size="sm" component="div" miw={170}>
      <Code>{name}</Code> {action.own?.source}
      <Text size="xs" c="dimmed" component="span" display="block">
        {missing ? `Can’t be called: ${missing}.` : action.title}
      </Text>
    </Text>
  );
  if (missing) return { key: name, cells: [what, "no", "–"] };
  return {
    key: name,
    cells: [
      what,
      <Checkbox
        key="offered"
        aria-label={`Offer ${name}`}
        checked={said.offered}
        onChange={(event) => say(action, { offered: event.currentTarget.checked })}
      />,
      <Stack key="class" gap={4} miw={190}>
        <NativeSelect
          size="xs"
          aria-label={`If the answer of ${name} is lost, it`}
          data={CLASSES}
          value={said.retryClass}
          onChange={(event) => say(action, { retryClass: event.currentTarget.value as Said["retryClass"] })}
        />
        {said.retryClass === "idempotent" && action.own?.claimed_retry_class === "blind" && (
          <TextInput
            size="xs"
            aria-label={`Header that ${name} is deduplicated by`}
            placeholder="Idempotency-Key"
            value={said.header}
            onChange={(event) => say(action, { header: event.currentTarget.value })}
          />
        )}
      </Stack>,
    ],
  };
}
