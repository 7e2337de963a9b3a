import { Stack } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { RowsLoading } from "../../ui/Rows";
import { Section } from "../../ui/Section";
import { NotificationChannels } from "./NotificationChannels";
import { NotificationKinds } from "./NotificationKinds";
import { choose, type Edit, notificationsQuery, type Settings } from "./notifications";

/** What the person who looks is told of, and where. */
export function Notifications() {
  const settings = useQuery(notificationsQuery);
  const { change, error, reload } = useChange();
  return (
    <Section
      title="What you are told"
      intro="Your own choice in this tenant. What happens together comes as one message, at most one of a kind in five minutes."
      flush
    >
      <ProblemAlert error={settings.error} onRetry={() => void settings.refetch()} />
      {settings.isPending && <RowsLoading rows={6} />}
      {settings.data && (
        <Stack gap={0}>
          <NotificationKinds settings={settings.data} onChange={(edit) => void change(edit).catch(() => undefined)} />
          <ProblemAlert error={error} onRetry={reload} />
          <NotificationChannels settings={settings.data} onChange={change} />
        </Stack>
      )}
    </Section>
  );
}

/** Changes go out one after the other, each with the version that the one before left. */
function useChange() {
  const client = useQueryClient();
  const { queryKey } = notificationsQuery;
  const changing = useMutation({
    scope: { id: "notifications" },
    mutationFn: (edit: Edit) => choose(edit, client.getQueryData<Settings>(queryKey)?.version ?? null),
    onSuccess: (settings) => {
      client.setQueryData(queryKey, settings);
      notifications.show({ message: "Saved." });
    },
  });
  const reload = () => {
    changing.reset();
    void client.invalidateQueries({ queryKey });
  };
  return { change: changing.mutateAsync, error: changing.error, reload };
}
