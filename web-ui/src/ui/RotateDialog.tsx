import { Button, Group, Modal, Select, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { ProblemAlert } from "./ProblemAlert";

const OVERLAPS = [
  { value: "PT0S", label: "Not at all" },
  { value: "PT1H", label: "1 hour" },
  { value: "PT24H", label: "24 hours" },
  { value: "P7D", label: "7 days" },
  { value: "P30D", label: "30 days" },
];

type Props<T> = {
  title: string;
  /** What one gets. */
  what: string;
  onRotate: (overlap: string) => Promise<T>;
  onMade: (made: T) => void;
  onClose: () => void;
};

/** Replaces a secret; the one before goes on for as long as is chosen. */
export function RotateDialog<T>({ title, what, onRotate, onMade, onClose }: Props<T>) {
  const [overlap, setOverlap] = useState("PT24H");
  const rotating = useMutation({ mutationFn: () => onRotate(overlap), onSuccess: onMade });
  return (
    <Modal opened onClose={onClose} title={title}>
      <Stack>
        <Text>{what}</Text>
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
