import { Alert, Button, Group, Modal, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { plansQuery, type Subscription, upcomingQuery } from "../../lib/billing";
import { written } from "../../lib/money";
import { monthName } from "../../lib/months";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { RowsLoading } from "../../ui/Rows";
import { Time } from "../../ui/Time";
import { type Choice, change, type Preview, previewQuery, show } from "./api";
import { InvoiceLines } from "./InvoiceLines";

type Props = { agreed: Subscription; choice: Choice; onClose: () => void };

/** Shows what a change comes to, and makes it once that is confirmed. */
export function ChangePlan({ agreed, choice, onClose }: Props) {
  const client = useQueryClient();
  const preview = useQuery(previewQuery(choice));
  const title = useQuery(plansQuery).data?.data.find(({ name }) => name === choice.plan)?.title ?? choice.plan;
  const changing = useMutation({
    mutationFn: () => change(choice, agreed),
    onSuccess: (after) => {
      const shown = show(client, after);
      notifications.show({ color: "green", message: `You are on ${title} from now on.` });
      onClose();
      return shown;
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={`Change to ${title}, ${choice.interval === "year" ? "yearly" : "monthly"}?`}
      size="lg"
    >
      <Stack>
        {preview.isPending && <RowsLoading />}
        {preview.data && <Outcome agreed={agreed} preview={preview.data} />}
        <ProblemAlert error={preview.error} onRetry={() => void preview.refetch()} />
        <ProblemAlert
          error={changing.error}
          onRetry={() => void client.invalidateQueries({ queryKey: ["billing"] }).then(() => changing.reset())}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button disabled={!preview.data} loading={changing.isPending} onClick={() => changing.mutate()}>
            Change to {title}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function Outcome({ agreed, preview: { subscription: after, upcoming } }: { agreed: Subscription; preview: Preview }) {
  const now = useQuery(upcomingQuery).data;
  const plans = useQuery(plansQuery).data?.data;
  const days = (wanted: string) => plans?.find(({ name }) => name === wanted)?.history_days ?? Number.POSITIVE_INFINITY;
  const kept = days(after.plan);
  const money = (amount_minor: number) => written({ amount_minor, currency: upcoming.currency });
  return (
    <>
      <Text>
        It holds at once: capacity K goes from {agreed.k.toLocaleString()} to {after.k.toLocaleString()}, the fee from{" "}
        {written(agreed.fee)} a {agreed.interval} to {written(after.fee)} a {after.interval}.
      </Text>
      {after.trial_ends && (
        <Alert color="green" title="In trial">
          No fee is due until <Time at={after.trial_ends} />. Change back before then, and you pay none.
        </Alert>
      )}
      {after.k < agreed.k && (
        <Alert color="yellow" title="Less at once">
          What runs hold goes on to its end. New runs wait where that is more than {after.k.toLocaleString()}.
        </Alert>
      )}
      {agreed.burst && !after.burst && (
        <Alert color="yellow" title="No burst">
          This plan has none: nothing is held above K from then on.
        </Alert>
      )}
      {kept < days(agreed.plan) && (
        <Alert color="yellow" title="Less history">
          Two weeks after the change runs are forgotten that ended more than {kept} days ago. Export what you want to
          keep.
        </Alert>
      )}
      <Text>
        {monthName(upcoming.month)} then comes to <strong>{money(upcoming.total_minor)}</strong>
        {now && now.currency === upcoming.currency && ` instead of ${money(now.total_minor)}`}, each plan by the seconds
        it was agreed:
      </Text>
      <InvoiceLines invoice={upcoming} />
    </>
  );
}
