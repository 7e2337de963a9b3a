import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import { delay, HttpResponse, http } from "msw";
import { expect, test } from "vitest";
import { answers, refuses, server } from "../testing/server";
import { useRunEvents, useTenantEvents } from "./live";

const STREAM = { headers: { "Content-Type": "text/event-stream" } };

/** A stream of events, each told when its turn is taken. */
function told(...events: string[]) {
  return new HttpResponse(events.map((event) => `${event}\n\n`).join(""), STREAM);
}

/** Shows how often a thing was asked for. */
function Counting({ use }: { use: () => void }) {
  use();
  const asked = useQuery<number>({
    queryKey: ["thing", "count"],
    queryFn: ({ client }) => (client.getQueryData<number>(["thing", "count"]) ?? 0) + 1,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return <output>asked {asked.data} times</output>;
}

function count(use: () => void) {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Counting use={use} />
    </QueryClientProvider>,
  );
}

test("what a run's stream tells is a reason to ask again, and a stream that broke goes on where it was", async () => {
  const after: (string | null)[] = [];
  server.use(
    answers("get", "/runs/run_1", { ended_at: null }),
    http.get("*/api/v1/runs/run_1/events", ({ request }) => {
      after.push(request.headers.get("Last-Event-ID"));
      if (after.length === 1) return told("id: 5.0\nevent: a\ndata: {}", "id: 5.1\nevent: b\ndata: {}");
      return after.length === 2 ? told("id: 6.0\nevent: c\ndata: {}") : new HttpResponse(new ReadableStream(), STREAM);
    }),
  );
  count(() => useRunEvents("run_1", ["thing"]));
  expect(await screen.findByText(/asked [2-9] times/)).toBeInTheDocument();
  await expect.poll(() => after).toEqual([null, "5.1", "6.0"]);
});

test("nothing is followed where no run is named", async () => {
  let opened = 0;
  server.use(
    http.get("*/api/v1/runs/*", () => {
      opened++;
      return HttpResponse.json({ ended_at: null });
    }),
  );
  count(() => useRunEvents(null, ["thing"]));
  expect(await screen.findByText("asked 1 times")).toBeInTheDocument();
  expect(opened).toBe(0);
});

test("the tenant's events are asked for by type", async () => {
  const asked: string[] = [];
  server.use(
    http.get("*/api/v1/events/stream", ({ request }) => {
      asked.push(new URL(request.url).searchParams.get("types") ?? "");
      return asked.length === 1
        ? told('id: 1\nevent: run.failed\ndata: {"type":"run.failed"}')
        : new HttpResponse(new ReadableStream(), STREAM);
    }),
  );
  count(() => useTenantEvents(["run.failed", "approval.requested"], [["thing"]], true));
  expect(await screen.findByText("asked 2 times")).toBeInTheDocument();
  expect(asked[0]).toBe("run.failed,approval.requested");
});

test("a stream that is refused leaves the page as it is", async () => {
  let refused = 0;
  server.use(
    http.get("*/api/v1/events/stream", () => {
      refused++; // and the next handler answers
    }),
    refuses("get", "/events/stream", 403, "forbidden"),
  );
  count(() => useTenantEvents(["run.failed"], [["thing"]], true));
  await expect.poll(() => refused).toBe(1);
  expect(await screen.findByText("asked 1 times")).toBeInTheDocument();
});

test("a stream that never rests lets slow answers come to their end", async () => {
  let telling: ReturnType<typeof setInterval> | undefined;
  const endless = new ReadableStream({
    start(controller) {
      let nr = 0;
      const tell = () => controller.enqueue(new TextEncoder().encode(`id: ${nr++}.0\nevent: a\ndata: {}\n\n`));
      telling = setInterval(tell, 100);
    },
    cancel: () => clearInterval(telling),
  });
  server.use(
    answers("get", "/runs/run_1", { ended_at: null }),
    http.get("*/api/v1/runs/run_1/events", () => new HttpResponse(endless, STREAM)),
  );
  let answered = 0;
  function Slow() {
    useRunEvents("run_1", ["slow"]);
    const asked = useQuery({
      queryKey: ["slow"],
      queryFn: async ({ signal }) => {
        await delay(400); // longer than from one event to the next
        signal.throwIfAborted();
        return ++answered;
      },
    });
    return <output>answered {asked.data} times</output>;
  }
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Slow />
    </QueryClientProvider>,
  );
  expect(await screen.findByText(/answered [2-9] times/, {}, { timeout: 25_000 })).toBeInTheDocument();
  clearInterval(telling);
});
