import { SegmentedControl } from "@mantine/core";
import { lazy, Suspense, useMemo, useState } from "react";
import { ProblemAlert } from "../../../ui/ProblemAlert";
import { Empty, RowsLoading } from "../../../ui/Rows";
import { Section } from "../../../ui/Section";
import { CoordinationMap } from "./CoordinationMap";
import type { Clock } from "./MapCanvas";
import { MapFigures } from "./MapFigures";
import classes from "./map.module.css";
import { useLive } from "./useLive";
import { viewOf } from "./view";

/** What is chosen and played with is fetched by who does. */
const Replay = lazy(() => import("./Replay").then((it) => ({ default: it.Replay })));

/** Pulses of what happens are as old as they have been seen. */
const NOW: Clock = { now: () => performance.now(), rate: 1 };

/** Whether everything is coherent right now, or was in a run. */
export function MapSection() {
  const [mode, setMode] = useState<"live" | "replay">("live");
  const [run, setRun] = useState<string | null>(null);
  return (
    <Section
      title="Coordination map"
      intro="Agents in the middle, around them the systems that they act on. A line is a hold; what goes along it is an effect."
      actions={
        <SegmentedControl
          aria-label="What the map shows"
          data={[
            { value: "live", label: "Live" },
            { value: "replay", label: "Replay" },
          ]}
          value={mode}
          onChange={(value) => setMode(value === "replay" ? "replay" : "live")}
        />
      }
    >
      {mode === "live" ? (
        <Live />
      ) : (
        <Suspense fallback={<RowsLoading rows={5} />}>
          <Replay run={run} onChoose={setRun} />
        </Suspense>
      )}
    </Section>
  );
}

function Live() {
  const { facts, attention, capacity, streaming, error, refetch } = useLive();
  const view = useMemo(() => facts && viewOf(facts), [facts]);
  return (
    <>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {!view && !error && <RowsLoading rows={5} tall />}
      {view && (
        <>
          <MapFigures depth={view.depth} breadth={view.breadth} capacity={capacity} attention={attention} />
          {!streaming && (
            <p className={classes.hint}>Events don't come through right now: this is asked for every few seconds.</p>
          )}
          {view.agents.length + view.systems.length === 0 ? (
            <div className={classes.below}>
              <Empty title="Nobody acts on anything yet">
                An agent and the accounts it may use appear here once you make them; a line appears while a run holds
                one.
              </Empty>
            </div>
          ) : (
            <CoordinationMap view={view} clock={NOW} />
          )}
        </>
      )}
    </>
  );
}
