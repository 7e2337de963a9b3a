import { Button, Group, Modal, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ProblemAlert } from "./ProblemAlert";

type Props = {
  title: string;
  what: ReactNode;
  /** The button's words: what will be done. */
  act: string;
  /** The other button's words. */
  dismiss?: string;
  danger?: boolean;
  onConfirm: () => Promise<unknown>;
  onClose: () => void;
};

/** Asks before something that can't be taken back; stays open with the reason if it is refused. */
export function Confirm({ title, what, act, dismiss = "Cancel", danger, onConfirm, onClose }: Props) {
  const doing = useMutation({ mutationFn: onConfirm, onSuccess: onClose });
  return (
    <Modal opened onClose={onClose} title={title}>
      <Text component="div" mb="md">
        {what}
      </Text>
      <ProblemAlert error={doing.error} />
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {dismiss}
        </Button>
        <Button color={danger ? "red.8" : "brand"} loading={doing.isPending} onClick={() => doing.mutate()}>
          {act}
        </Button>
      </Group>
    </Modal>
  );
}
