import { Button, Group, Modal, Select, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { type ApiKey, type NewApiKey, rotate } from "./api";

const OVERLAPS = [
  { value: "PT0S", label: "Not at all" },
  { value: "PT1H", label: "1 hour" },
  { value: "PT24H", label: "24 hours" },
  { value: "P7D", label: "7 days" },
  { value: "P30D", label: "30 days" },
];

type Props = { one: ApiKey; onClose: () => void; onMade: (made: NewApiKey) => void };

export function RotateForm({ one, onClose, onMade }: Props) {
  const [overlap, setOverlap] = useState("PT24H");
  const rotating = useMutation({ mutationFn: () => rotate(one.id, overlap), onSuccess: onMade });
  return (
    <Modal opened onClose={onClose} title={`Rotate “${one.name}”`}>
      <Stack>
        <Text>You get a new key with the same name, scopes, addresses and expiry.</Text>
        <Select
          label="How long the old key goes on working"
          data={OVERLAPS}
          value={overlap}
          allowDeselect={false}
          onChange={(value) => value && setOverlap(value)}
        />
        <ProblemAlert error={rotating.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button loading={rotating.isPending} onClick={() => rotating.mutate()}>
            Rotate
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
