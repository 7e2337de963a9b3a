import { isProblem } from "@ganglion/client";
import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconDownload, IconShieldCheck } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { save } from "../../lib/save";
import { exported, verify } from "./api";

const tell = (problem: Error) =>
  isProblem(problem) && notifications.show({ color: "red", title: problem.title, message: problem.detail });

/** Takes the log along, and checks that it is whole. */
export function AuditTools() {
  const exporting = useMutation({
    mutationFn: exported,
    onSuccess: (log) => save(log, "ganglion-audit.jsonl"),
    onError: tell,
  });
  const checking = useMutation({
    mutationFn: verify,
    onSuccess: (verdict) =>
      verdict.intact
        ? notifications.show({
            color: "green",
            title: "The log is whole",
            message: `${verdict.entries} lines, each as it was written.`,
          })
        : notifications.show({
            color: "red",
            autoClose: false,
            title: "The log has been altered",
            message: `Line ${verdict.first_broken} is not as it was written. Tell the operator.`,
          }),
    onError: tell,
  });
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconShieldCheck size={16} />}
        loading={checking.isPending}
        onClick={() => checking.mutate()}
      >
        Check it
      </Button>
      <Button
        variant="default"
        leftSection={<IconDownload size={16} />}
        loading={exporting.isPending}
        onClick={() => exporting.mutate()}
      >
        Export
      </Button>
    </>
  );
}
