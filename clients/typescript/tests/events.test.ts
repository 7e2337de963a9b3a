import { HttpResponse, http } from "msw";
import { expect, test } from "vitest";
import { follow, listen } from "../src/index.js";
import { api, HASTY, server, serving, URL } from "./server.js";

serving();

const text = (id: number) =>
  `id: ${id}.0\nevent: io.serverlessworkflow.task.completed.v1\ndata: {"id":"${id}",\ndata: "data":{"n":${id}}}\n\n`;

/** A run that has ended once so many streams were opened; each stream says what it is told to. */
function run(endsAfter: number, ...streams: ((from: string | null) => string | Error)[]) {
  const from: (string | null)[] = [];
  server.use(
    http.get(`${URL}/api/v1/runs/run_1`, () =>
      HttpResponse.json({ id: "run_1", ended_at: from.length >= endsAfter ? "2026-11-29T10:00:00.000Z" : null }),
    ),
    http.get(`${URL}/api/v1/runs/run_1/events`, ({ request }) => {
      expect(request.headers.get("Accept")).toBe("text/event-stream");
      const after = request.headers.get("Last-Event-ID");
      from.push(after);
      const said = streams[Math.min(from.length, streams.length) - 1]?.(after) ?? "";
      return stream(said);
    }),
  );
  return from;
}

function stream(said: string | Error) {
  if (said instanceof Error) return HttpResponse.error();
  const [whole = "", cut] = said.split("✂");
  const bytes = new TextEncoder().encode(whole);
  return new HttpResponse(
    new ReadableStream({
      async start(controller) {
        // in pieces that fall into the middle of lines
        for (let at = 0; at < bytes.length; at += 7) controller.enqueue(bytes.slice(at, at + 7));
        await new Promise((resolve) => setTimeout(resolve, 5));
        if (cut === undefined) controller.close();
        else controller.error(new TypeError("terminated"));
      },
    }),
    { headers: { "Content-Type": "text/event-stream" } },
  );
}

async function seen(options = {}) {
  const ids: string[] = [];
  for await (const event of follow(api, "run_1", { retry: HASTY, ...options })) ids.push(event.id);
  return ids;
}

test("events are read to the run's end, with what they carry", async () => {
  run(0, () => text(1) + text(2));
  const events = [];
  for await (const event of follow(api, "run_1")) events.push(event);
  expect(events.map((one) => one.id)).toEqual(["1.0", "2.0"]);
  expect(events[0]).toMatchObject({ type: "io.serverlessworkflow.task.completed.v1", event: { data: { n: 1 } } });
});

test("a stream that breaks in the middle of an event is opened again behind the last whole one", async () => {
  const from = run(
    1,
    () => `${text(1)}${text(2)}id: 3.0\ndata: {"id✂`,
    () => text(3),
  );
  expect(await seen()).toEqual(["1.0", "2.0", "3.0"]);
  expect(from).toEqual([null, "2.0"]);
});

test("a stream that ends before the run is opened again", async () => {
  const from = run(
    2,
    () => text(1),
    () => "",
    () => text(2),
  );
  expect(await seen()).toEqual(["1.0", "2.0"]);
  expect(from).toEqual([null, "1.0", "1.0"]);
});

test("another process goes on where the first one was", async () => {
  const from = run(0, () => text(8));
  expect(await seen({ after: "7.0" })).toEqual(["8.0"]);
  expect(from).toEqual(["7.0"]);
});

test("one that never comes back is given up, with what was read", async () => {
  const from = run(
    9,
    () => `${text(1)}✂`,
    () => new Error("gone"),
  );
  const ids: string[] = [];
  const reading = (async () => {
    for await (const event of follow(api, "run_1", { retry: HASTY })) ids.push(event.id);
  })();
  await expect(reading).rejects.toMatchObject({ code: "unreachable" });
  expect(ids).toEqual(["1.0"]);
  expect(from.length).toBeGreaterThan(1);
});

test("a run that is not there is told at once", async () => {
  server.use(http.get(`${URL}/api/v1/runs/run_1`, () => HttpResponse.json({ code: "not_found" }, { status: 404 })));
  await expect(seen()).rejects.toMatchObject({ status: 404, code: "not_found" });
});

test("a tenant's events go on where a broken stream was, also before the first has come", async () => {
  const from: (string | null)[] = [];
  const happened = (n: number) =>
    `id: ${n}\nevent: run.failed\ndata: {"type":"run.failed","timestamp":"2026-11-29T10:00:00.000Z","data":{"n":${n}}}\n\n`;
  const streams = [": at 40\n\n✂", `: at 40\n\n${happened(41)}✂`, `: at 41\n\n: at 47\n\n✂`, happened(48)];
  server.use(
    http.get(`${URL}/api/v1/events/stream`, ({ request }) => {
      expect(new globalThis.URL(request.url).searchParams.get("types")).toBe("run.failed,run.succeeded");
      from.push(request.headers.get("Last-Event-ID"));
      return stream(streams[from.length - 1] ?? "");
    }),
  );
  const heard: [string, unknown][] = [];
  for await (const { id, body } of listen(api, { types: ["run.failed", "run.succeeded"], retry: HASTY })) {
    heard.push([id, body.data.n]);
    if (id === "48") break;
  }
  expect(heard).toEqual([
    ["41", 41],
    ["48", 48],
  ]);
  expect(from).toEqual([null, "40", "41", "47"]);
});
