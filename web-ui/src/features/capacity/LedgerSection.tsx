import { isProblem } from "@ganglion/client";
import { Button, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconDownload } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { save } from "../../lib/save";
import { CopyField } from "../../ui/CopyField";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { Section } from "../../ui/Section";
import { exported, rootQuery } from "./api";

const FILE = "ganglion-ledger.jsonl";

/** Takes along what is charged by, and says how to check it. */
export function LedgerSection() {
  const client = useQueryClient();
  const root = useQuery(rootQuery);
  const exporting = useMutation({
    mutationFn: exported,
    onSuccess: (ledger) => {
      save(ledger, FILE);
      return client.invalidateQueries({ queryKey: rootQuery.queryKey });
    },
    onError: (problem) =>
      isProblem(problem) && notifications.show({ color: "red", title: problem.title, message: problem.detail }),
  });
  return (
    <Section
      title="Hold ledger"
      intro="All that you are charged by, a line for each hold and hour. Each line seals the one before, so that anybody can recompute your invoices without us."
      actions={
        <Button
          variant="default"
          leftSection={<IconDownload size={16} />}
          loading={exporting.isPending}
          onClick={() => exporting.mutate()}
        >
          Export
        </Button>
      }
    >
      <Stack gap="md">
        <ProblemAlert error={root.error} onRetry={() => void root.refetch()} />
        {root.data && (
          <Text size="sm">
            {root.data.seq === 0
              ? "It has no lines yet: they come with a plan that you choose, and with systems that runs hold."
              : `It has ${root.data.seq.toLocaleString()} lines.`}{" "}
            Check an export on a computer with a JDK: chain, usage and charges are computed anew.
          </Text>
        )}
        <CopyField label="How to check an export" text={`./ganglion verify ${FILE}`} />
        {root.data && root.data.seq > 0 && <CopyField label="The root that it should say" text={root.data.root} />}
      </Stack>
    </Section>
  );
}
