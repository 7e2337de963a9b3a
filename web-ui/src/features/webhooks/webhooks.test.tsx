import { screen, within } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { beforeEach, expect, test } from "vitest";
import { answers, me, page, server } from "../../testing/server";
import { show } from "../../testing/show";
import { type Delivery, type Endpoint, healthOf } from "./api";

const endpoint: Endpoint = {
  id: "whe_1",
  url: "https://example.com/hooks",
  description: "",
  types: ["run.failed"],
  ordered: false,
  signature: "hmac",
  enabled: true,
  disabled_reason: null,
  keys: [],
  failures: 0,
  failing_since: null,
  rests_until: null,
  waiting: 0,
  created_at: "2026-11-01T00:00:00.000Z",
};
const delivery: Delivery = {
  message: "msg_1",
  type: "run.failed",
  state: "failed",
  tries: 10,
  next_try_at: null,
  reason: "no try is left",
  attempts: [{ number: 10, at: "2026-11-04T00:00:00.000Z", took_ms: 84, status: 500, reason: null, answer_bytes: 2 }],
  created_at: "2026-11-01T00:00:00.000Z",
  ended_at: "2026-11-04T00:00:00.000Z",
};

beforeEach(() => {
  server.use(answers("get", "/sources", page()), answers("get", "/triggers", page()));
});

test.each([
  ["on", {}],
  ["failing", { failing_since: "2026-11-02T00:00:00.000Z" }],
  ["off", { enabled: false, failing_since: "2026-11-02T00:00:00.000Z" }],
] as const)("an endpoint is %s with %j", (health, more) => {
  expect(healthOf({ ...endpoint, ...more })).toBe(health);
});

test("the first endpoint is added, and its secret shown once", async () => {
  const sent: unknown[] = [];
  server.use(
    answers("get", "/me", me("operator")),
    answers("get", "/endpoints", page()),
    answers("get", "/event-types", page({ name: "run.failed" }, { name: "run.succeeded" })),
    http.post("*/api/v1/endpoints", async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ endpoint, secret: "whsec_once" }, { status: 201 });
    }),
  );
  const { hands } = show("/webhooks");
  expect(await screen.findByText("Nobody is told yet")).toBeInTheDocument();
  await hands.click(screen.getByRole("button", { name: "Add an endpoint" }));
  await hands.click(await screen.findByRole("button", { name: "Add the endpoint" }));
  expect(await screen.findByText("An address that begins with https://")).toBeInTheDocument();
  await hands.type(screen.getByRole("textbox", { name: "Address" }), "https://example.com/hooks");
  await hands.click(screen.getByRole("checkbox", { name: "Messages of one run in order" }));
  await hands.click(screen.getByRole("button", { name: "Add the endpoint" }));
  expect(await screen.findByText("whsec_once")).toBeInTheDocument();
  expect(sent).toEqual([{ url: "https://example.com/hooks", types: [], ordered: true, signature: "hmac" }]);
});

test("a viewer sees endpoints and their deliveries, and can change nothing", async () => {
  server.use(
    answers("get", "/me", me("viewer")),
    answers("get", "/endpoints", page(endpoint)),
    answers("get", "/endpoints/whe_1", endpoint),
    answers("get", "/endpoints/whe_1/deliveries", page(delivery)),
  );
  const { hands } = show("/webhooks");
  await hands.click(await screen.findByRole("link", { name: "https://example.com/hooks" }));
  const row = within(await screen.findByRole("list", { name: "Deliveries" }));
  expect(row.getByText(/answered 500 in 84 ms, 10 tries · no try is left/)).toBeInTheDocument();
  for (const name of ["Send a test", "Switch off", "Rotate the key", "Delete", "Replay all that failed"]) {
    expect(screen.queryByRole("button", { name })).not.toBeInTheDocument();
  }
});

test("an endpoint is switched off as it was seen, and what failed is sent once more", async () => {
  const changed: [unknown, string | null][] = [];
  const replayed: unknown[] = [];
  server.use(
    answers("get", "/me", me("operator")),
    http.get("*/api/v1/endpoints/whe_1", () => HttpResponse.json(endpoint, { headers: { ETag: '"4"' } })),
    answers("get", "/endpoints/whe_1/deliveries", page(delivery)),
    http.patch("*/api/v1/endpoints/whe_1", async ({ request }) => {
      changed.push([await request.json(), request.headers.get("If-Match")]);
      return HttpResponse.json({ ...endpoint, enabled: false });
    }),
    http.post("*/api/v1/endpoints/whe_1/replay", async ({ request }) => {
      replayed.push(await request.json());
      return HttpResponse.json({ messages: 3 }, { status: 202 });
    }),
  );
  const { hands } = show("/webhooks/whe_1");
  await hands.click(await screen.findByRole("button", { name: "Switch off" }));
  await expect.poll(() => changed).toEqual([[{ enabled: false }, '"4"']]);
  await hands.click(screen.getByRole("button", { name: "Replay all that failed" }));
  expect(await screen.findByText("3 messages are sent once more.")).toBeInTheDocument();
  await hands.click(screen.getByRole("button", { name: "Replay run.failed" }));
  await expect.poll(() => replayed).toEqual([{ failed: true }, { message: "msg_1" }]);
});
