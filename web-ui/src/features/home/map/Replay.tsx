import { Button, Select } from "@mantine/core";
import { IconPlayerPause, IconPlayerPlay } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { ProblemAlert } from "../../../ui/ProblemAlert";
import { Empty, RowsLoading } from "../../../ui/Rows";
import { CoordinationMap } from "./CoordinationMap";
import { MapFigures } from "./MapFigures";
import classes from "./map.module.css";
import { choicesQuery, recordingQuery } from "./recordings";
import { type Recording, stateAt, stepsAt } from "./replay";
import { usePlayer } from "./usePlayer";
import { viewOf } from "./view";

type Props = { run: string | null; onChoose: (run: string) => void };

const MOMENT = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "medium" });

/** One run on the map, from its beginning to its end. */
export function Replay({ run, onChoose }: Props) {
  const choices = useQuery(choicesQuery);
  const chosen = run ?? choices.data?.data[0]?.id ?? null;
  const recording = useQuery({ ...recordingQuery(chosen ?? ""), enabled: chosen !== null });
  if (choices.data?.data.length === 0) {
    return <Empty title="There is nothing to replay yet">Once a run has acted, you can play here what it did.</Empty>;
  }
  return (
    <>
      {recording.data && <Player key={recording.data.run.id} recording={recording.data} />}
      {recording.isFetching && !recording.data && <RowsLoading rows={4} />}
      <ProblemAlert
        error={choices.error ?? recording.error}
        onRetry={() => void (choices.error ? choices.refetch() : recording.refetch())}
      />
      <div className={classes.replay}>
        <Select
          label="Run"
          searchable
          allowDeselect={false}
          data={(choices.data?.data ?? []).map(({ id, state, created_at }) => ({
            value: id,
            label: `${MOMENT.format(new Date(created_at))} · ${state.toLowerCase().replace("_", " ")} · ${id.slice(-6)}`,
          }))}
          value={chosen}
          onChange={(value) => value && onChoose(value)}
        />
      </div>
    </>
  );
}

function Player({ recording }: { recording: Recording }) {
  const { time, rate, clock, playing, toggle, seek } = usePlayer(recording);
  const view = useMemo(() => viewOf(stateAt(recording, time, rate)), [recording, time, rate]);
  const { from, to } = recording;
  const doing = stepsAt(recording, time);
  const moment = `${seconds(time - from)} of ${seconds(to - from)}`;
  return (
    <>
      <MapFigures depth={view.depth} breadth={view.breadth} />
      <CoordinationMap view={view} clock={clock} paused={!playing} />
      <div className={classes.replay}>
        <div className={classes.controls}>
          <Button
            variant="default"
            leftSection={playing ? <IconPlayerPause size={16} /> : <IconPlayerPlay size={16} />}
            onClick={toggle}
          >
            {playing ? "Pause" : "Play"}
          </Button>
          <input
            type="range"
            className={classes.slider}
            aria-label="Moment of the run"
            aria-valuetext={moment}
            min={0}
            max={to - from}
            step={Math.max(1, Math.round((to - from) / 500))}
            value={Math.round(time - from)}
            onChange={(event) => seek(from + Number(event.currentTarget.value))}
          />
        </div>
        <p className={classes.moment}>
          {moment}
          {doing.length > 0 && ` · ${doing.join(" › ")}`}
          {recording.cut && " · it did more than is shown here"}
        </p>
      </div>
    </>
  );
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;
