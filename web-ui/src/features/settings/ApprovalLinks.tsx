import { Stack, Switch } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { Section } from "../../ui/Section";
import { chooseLinks, linksQuery } from "./api";

/** Whether messages bring links by which whoever has them decides. */
export function ApprovalLinks() {
  const client = useQueryClient();
  const links = useQuery(linksQuery);
  const choosing = useMutation({
    mutationFn: (change: { mail?: boolean; slack?: boolean }) => chooseLinks(change, links.data?.version ?? null),
    onSettled: () => client.invalidateQueries({ queryKey: linksQuery.queryKey }),
  });
  return (
    <Section
      title="Deciding by links"
      intro="Messages about approvals can bring a link that approves or rejects without signing in: once, in the name of whom it went to."
    >
      <Stack gap="sm">
        <Switch
          label="In mails"
          description="Whoever reads an approver's mail can decide. Off: links that went by mail open nothing any more."
          checked={links.data?.mail ?? false}
          disabled={!links.data || choosing.isPending}
          onChange={(event) => choosing.mutate({ mail: event.currentTarget.checked })}
        />
        <Switch
          label="In Slack"
          description="Everybody in the channel can decide."
          checked={links.data?.slack ?? false}
          disabled={!links.data || choosing.isPending}
          onChange={(event) => choosing.mutate({ slack: event.currentTarget.checked })}
        />
        <ProblemAlert error={links.error ?? choosing.error} />
      </Stack>
    </Section>
  );
}
