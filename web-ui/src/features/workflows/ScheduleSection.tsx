import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Figure, Figures } from "../../ui/Figures";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { RunLink } from "../../ui/RunLink";
import { Section } from "../../ui/Section";
import { Time } from "../../ui/Time";
import { pauseSchedule, resumeSchedule, type Schedule, scheduleQuery } from "./api";

/** When a workflow starts by itself; nothing where it doesn't. */
export function ScheduleSection({ id, mayChange }: { id: string; mayChange: boolean }) {
  const client = useQueryClient();
  const query = scheduleQuery(id);
  const schedule = useQuery(query);
  const switching = useMutation({
    mutationFn: ({ paused }: Schedule) => (paused ? resumeSchedule(id) : pauseSchedule(id)),
    onSuccess: (now) => client.setQueryData(query.queryKey, now),
  });
  const one = schedule.data;
  if (!one) return <ProblemAlert error={schedule.error} onRetry={() => void schedule.refetch()} />;
  return (
    <Section
      title="Schedule"
      intro="That of the latest version; it starts runs by itself."
      actions={
        mayChange && (
          <Button size="xs" variant="default" loading={switching.isPending} onClick={() => switching.mutate(one)}>
            {one.paused ? "Resume" : "Pause"}
          </Button>
        )
      }
    >
      <ProblemAlert error={switching.error} />
      <Figures>
        <Figure
          label="Next"
          what={
            one.paused ? (
              "paused"
            ) : one.next_at ? (
              <Time at={one.next_at} />
            ) : one.kind === "on" ? (
              "on an event"
            ) : (
              "not yet known"
            )
          }
          under={`by ${one.kind}`}
        />
        <Figure
          label="Last"
          what={one.last_started_at ? <Time at={one.last_started_at} /> : "never"}
          under={one.last_run && <RunLink id={one.last_run} />}
        />
        <Figure label="Started" what={one.started} under={one.skipped > 0 ? `${one.skipped} were missed` : undefined} />
      </Figures>
    </Section>
  );
}
