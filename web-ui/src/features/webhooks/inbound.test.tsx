import { screen, within } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { beforeEach, expect, test } from "vitest";
import { findings } from "../../testing/axe";
import { answers, me, page, server } from "../../testing/server";
import { fill, show } from "../../testing/show";
import type { Source, Trigger } from "./inbound";
import { stateOf } from "./Triggers";

const source: Source = {
  id: "src_1",
  name: "Support bot",
  type: "com.telegram.update",
  event_source: "urn:ganglion:source:src_1",
  verification: "telegram",
  hmac: null,
  id_header: null,
  type_header: null,
  old_address_until: null,
  created_at: "2026-11-01T00:00:00.000Z",
};
const trigger: Trigger = {
  id: "trg_1",
  name: "Mentions",
  connection: "con_1",
  connector: "x",
  poll: "mentions",
  arguments: {},
  type: "com.x.mention",
  event_source: "urn:ganglion:trigger:trg_1",
  interval: "PT1M",
  state: "active",
  waits_for: null,
  cursor: { since: "1" },
  published: 12,
  failures: 0,
  last_error: null,
  last_poll_at: "2026-11-02T00:00:00.000Z",
  next_poll_at: "2026-11-02T00:01:00.000Z",
  created_at: "2026-11-01T00:00:00.000Z",
};

beforeEach(() => {
  server.use(
    answers("get", "/me", me("operator")),
    answers("get", "/endpoints", page()),
    answers("get", "/sources", page(source)),
    answers("get", "/triggers", page(trigger)),
  );
});

test.each([
  ["active", {}],
  ["paused", { state: "paused" }],
  ["stopped", { state: "stopped", failures: 2 }],
  ["failing", { failures: 2 }],
  ["waiting", { waits_for: "the tenant is paused" }],
] as const)("a trigger is %s with %j", (state, more) => {
  expect(stateOf({ ...trigger, ...more })).toBe(state);
});

test("sources and triggers are told with their kind and state", async () => {
  show("/webhooks");
  const sources = within(await screen.findByRole("list", { name: "Sources" }));
  expect(sources.getByText("Telegram")).toBeInTheDocument();
  const triggers = within(await screen.findByRole("list", { name: "Triggers" }));
  expect(triggers.getByText(/x.mentions every 1 min · events of type com.x.mention/)).toBeInTheDocument();
  expect(triggers.getByText("12 events")).toBeInTheDocument();
  expect(await findings()).toEqual([]);
});

test("a source is added, and its address shown once with where it goes", async () => {
  const sent: unknown[] = [];
  server.use(
    http.post("*/api/v1/sources", async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ source, url: "https://ganglion.example/in/gi_once" }, { status: 201 });
    }),
  );
  const { hands } = show("/webhooks");
  await hands.click(await screen.findByRole("button", { name: "Add a source" }));
  await hands.type(await screen.findByRole("textbox", { name: "Name" }), "Support bot");
  await fill(
    hands,
    screen.getByLabelText("The secret_token that you give to setWebhook", { selector: "input" }),
    "0123456789abcdef",
  );
  await hands.click(screen.getByRole("button", { name: "Add the source" }));
  expect(await screen.findByText("https://ganglion.example/in/gi_once")).toBeInTheDocument();
  expect(screen.getByText(/Call setWebhook of the Bot API/)).toBeInTheDocument();
  expect(sent).toEqual([{ name: "Support bot", verification: "telegram", secret: "0123456789abcdef" }]);
});

test("a source gets a new address, and is deleted", async () => {
  const done: unknown[] = [];
  server.use(
    http.post("*/api/v1/sources/src_1/rotate", async ({ request }) => {
      done.push(await request.json());
      return HttpResponse.json({ source, url: "https://ganglion.example/in/gi_new" }, { status: 201 });
    }),
    http.delete("*/api/v1/sources/src_1", () => {
      done.push("deleted");
      return new HttpResponse(null, { status: 204 });
    }),
  );
  const { hands } = show("/webhooks");
  await hands.click(await screen.findByRole("button", { name: "New address for Support bot" }));
  await hands.click(await screen.findByRole("button", { name: "Rotate" }));
  expect(await screen.findByText("https://ganglion.example/in/gi_new")).toBeInTheDocument();
  await hands.click(screen.getByRole("button", { name: "I have copied it" }));
  await hands.click(screen.getByRole("button", { name: "Delete Support bot" }));
  await hands.click(await screen.findByRole("button", { name: "Delete" }));
  await expect.poll(() => done).toEqual([{ overlap: "PT24H" }, "deleted"]);
});

test("a trigger is made of a connection whose platform can be read", async () => {
  const sent: unknown[] = [];
  server.use(
    answers("get", "/connections", page({ name: "x", connector: "x" }, { name: "chat", connector: "slack" })),
    answers(
      "get",
      "/connectors",
      page(
        { name: "x", polls: [{ name: "mentions", title: "Posts that mention the account" }] },
        { name: "slack", polls: [] },
      ),
    ),
    http.post("*/api/v1/triggers", async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json(trigger, { status: 201 });
    }),
  );
  const { hands } = show("/webhooks");
  await hands.click(await screen.findByRole("button", { name: "Add a trigger" }));
  await hands.type(await screen.findByRole("textbox", { name: "Name" }), "Mentions");
  await hands.click(screen.getByRole("combobox", { name: "Connection" }));
  expect(screen.queryByRole("option", { name: "chat" })).not.toBeInTheDocument();
  await hands.click(await screen.findByRole("option", { name: "x" }));
  await hands.click(screen.getByRole("combobox", { name: "What is read" }));
  await hands.click(await screen.findByRole("option", { name: "Posts that mention the account" }));
  await hands.click(screen.getByRole("button", { name: "Add the trigger" }));
  await expect.poll(() => sent).toEqual([{ name: "Mentions", connection: "x", poll: "mentions", interval: "PT1M" }]);
});

test("a trigger is paused", async () => {
  const done: string[] = [];
  server.use(
    http.post("*/api/v1/triggers/trg_1/pause", () => {
      done.push("paused");
      return HttpResponse.json({ ...trigger, state: "paused" });
    }),
  );
  const { hands } = show("/webhooks");
  await hands.click(await screen.findByRole("button", { name: "Pause Mentions" }));
  await expect.poll(() => done).toEqual(["paused"]);
});

test("a viewer can change nothing", async () => {
  server.use(answers("get", "/me", me("viewer")));
  show("/webhooks");
  await screen.findByRole("list", { name: "Triggers" });
  for (const name of ["Add a source", "Add a trigger", "Pause Mentions", "Delete Mentions", "Delete Support bot"]) {
    expect(screen.queryByRole("button", { name })).not.toBeInTheDocument();
  }
});
