import { SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { Figure, Figures } from "../../ui/Figures";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { Empty, RowsLoading } from "../../ui/Rows";
import { Section } from "../../ui/Section";
import { depthQuery, type Span } from "./api";

/** What draws it is larger than the page. */
const DepthChart = lazy(() => import("./DepthChart").then((it) => ({ default: it.DepthChart })));

const SPANS: { value: Span; label: string }[] = [
  { value: "day", label: "A day" },
  { value: "week", label: "A week" },
  { value: "month", label: "30 days" },
];

const HOUR_MS = 3_600_000;

/** How many systems the agent held at once. */
export function DepthSection({ agent }: { agent: string }) {
  const [span, setSpan] = useState<Span>("day");
  const depth = useQuery(depthQuery(agent, span));
  const points = depth.data?.points ?? [];
  const peak = Math.max(0, ...points.map((point) => point.depth_peak));
  const breadth = Math.max(0, ...points.map((point) => point.breadth_peak));
  const held = points.reduce((sum, point) => sum + point.depth_ms, 0) / HOUR_MS;
  return (
    <Section
      title="Depth"
      intro="How many systems its runs held coherent at once; what isn't billed is in it, too."
      actions={
        <SegmentedControl
          size="xs"
          aria-label="How far back"
          data={SPANS}
          value={span}
          onChange={(value) => setSpan(value as Span)}
        />
      }
    >
      <ProblemAlert error={depth.error} onRetry={() => void depth.refetch()} />
      {depth.isPending && <RowsLoading />}
      {depth.data && peak === 0 && (
        <Empty title="It held nothing in that time">Its runs hold a system from their first act on it.</Empty>
      )}
      {peak > 0 && (
        <>
          <Figures>
            <Figure label="Peak" what={peak} under={`on ${breadth} ${breadth === 1 ? "platform" : "platforms"}`} />
            <Figure label="Held" what={`${held.toFixed(2)} h`} under="systems times the hours they were held" />
          </Figures>
          <Suspense fallback={<RowsLoading />}>
            <DepthChart label={`Depth over time, at most ${peak}`} points={points} />
          </Suspense>
        </>
      )}
    </Section>
  );
}
