import { Button, Code, Group, Modal, NativeSelect, Stack, Switch, Text, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Seen } from "../../lib/etag";
import { isOutdated } from "../../lib/problems";
import { Outdated } from "../../ui/Outdated";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { type Action, type Connector, editConnector } from "./api";
import { CLASSES, editsOf, nameOf, type Said, saidOf, wrongUndo } from "./own";
import { UndoFields } from "./UndoFields";

type Props = { connector: Seen<Connector>; action: Action; onClose: () => void };

/** What only its owner can say of one action; it is taken at their word. */
export function ActionForm({ connector, action, onClose }: Props) {
  const client = useQueryClient();
  const [said, setSaid] = useState<Said>(() => saidOf(action));
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const undo = said.retryClass === "pure" ? null : said.undo;
  const edits = editsOf([action], { [action.function]: { ...said, undo } });
  const again = () => client.invalidateQueries({ queryKey: ["connectors"] });
  const saving = useMutation({
    mutationFn: async () => (Object.keys(edits).length > 0 ? editConnector(connector, { actions: edits }) : connector),
    onSuccess: () => {
      notifications.show({ color: "green", message: `${nameOf(action)} is taken as you say.` });
      onClose();
      return again();
    },
  });
  const say = (more: Partial<Said>) => setSaid((before) => ({ ...before, ...more }));
  const save = () => {
    const found = wrongUndo(undo, connector);
    setWrong(found);
    if (Object.keys(found).length === 0) saving.mutate();
  };
  const mayHaveHeader = connector.kind === "openapi" && said.retryClass === "idempotent";
  return (
    <Modal opened onClose={onClose} title={`Change ${nameOf(action)}`} size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Stack>
          <Text size="sm">
            <Code>{action.own?.source}</Code> {action.title}
          </Text>
          <Switch
            label="It may be called"
            checked={said.offered}
            onChange={(event) => say({ offered: event.currentTarget.checked })}
          />
          <NativeSelect
            label="If its answer is lost, it"
            description="Nobody knows then whether it happened"
            data={CLASSES}
            value={said.retryClass}
            onChange={(event) => say({ retryClass: event.currentTarget.value as Said["retryClass"] })}
          />
          {mayHaveHeader && (
            <TextInput
              label="Header that it is deduplicated by"
              description="Filled with a key that is the same in all attempts; may be left out where twice is once anyway"
              placeholder="Idempotency-Key"
              value={said.header}
              onChange={(event) => say({ header: event.currentTarget.value })}
            />
          )}
          {said.retryClass !== "pure" && (
            <UndoFields
              connector={connector}
              action={action}
              undo={said.undo}
              wrong={wrong}
              onSay={(next) => say({ undo: next })}
            />
          )}
          {isOutdated(saving.error) ? (
            <Outdated what="It" onLoad={() => void again().then(onClose)} />
          ) : (
            <ProblemAlert error={saving.error} />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={saving.isPending}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
