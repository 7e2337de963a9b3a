import { Alert, Button, Code, Group, Modal, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { Seen } from "../../lib/etag";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { type Connector, type Rereading, rereadConnector } from "./api";
import { anyChange } from "./own";
import { RereadForm } from "./RereadForm";

type Props = { one: Seen<Connector>; onDone: () => unknown; onClose: () => void };

/** Two steps to a newer description: what it says otherwise, and taking just that over. */
export function RereadDialog({ one, onDone, onClose }: Props) {
  const [from, setFrom] = useState<Rereading>();
  const reading = useMutation({ mutationFn: (where: Rereading) => rereadConnector(one, where) });
  const taking = useMutation({
    mutationFn: (where: Rereading) => rereadConnector(one, where),
    onSuccess: onDone,
  });
  const seen = reading.data;
  const read = (where: Rereading) => {
    taking.reset();
    setFrom(where);
    reading.mutate(where);
  };
  return (
    <Modal opened onClose={onClose} title={`Read “${one.title}” anew`} size="lg">
      {!seen && <RereadForm one={one} busy={reading.isPending} problem={reading.error} onRead={read} />}
      {seen && from && (
        <Stack>
          {!anyChange(seen) && <Text>It says the same as before. There is nothing to take over.</Text>}
          <Names label="New" names={seen.added} />
          <Names label="Other than before" names={seen.changed} />
          <Names label="Gone" names={seen.removed} />
          {seen.changed.length > 0 && (
            <Alert color="yellow" title="What you said of those is forgotten">
              An action that is another one now is classed by its method again: look at it afterwards.
            </Alert>
          )}
          {seen.credentials && (
            <Alert color="yellow" title="It asks for other credentials">
              Rotate those of its connections afterwards.
            </Alert>
          )}
          <ProblemAlert error={taking.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {anyChange(seen) ? "Leave it as it is" : "Close"}
            </Button>
            {taking.error && (
              <Button variant="default" onClick={() => read(from)} loading={reading.isPending}>
                Look again
              </Button>
            )}
            {anyChange(seen) && (
              <Button loading={taking.isPending} onClick={() => taking.mutate({ ...from, confirm: seen.digest })}>
                Take it over
              </Button>
            )}
          </Group>
        </Stack>
      )}
    </Modal>
  );
}

function Names({ label, names }: { label: string; names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <div>
      <Text fw={600} size="sm">
        {label}
      </Text>
      <ul aria-label={label}>
        {names.map((name) => (
          <li key={name}>
            <Code>{name}</Code>
          </li>
        ))}
      </ul>
    </div>
  );
}
