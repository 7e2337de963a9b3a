import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Incident } from "../../lib/status";
import { findings } from "../../testing/axe";
import { answers, me, page, refuses, server } from "../../testing/server";
import { show } from "../../testing/show";

const AT = "2026-11-29T12:00:00.000Z";

const incident: Incident = {
  id: "inc_1",
  title: "Webhooks are late",
  impact: "degraded",
  state: "identified",
  parts: ["webhooks"],
  updates: [
    { state: "investigating", message: "We look at it.", at: AT },
    { state: "identified", message: "None is lost.", at: "2026-11-29T12:10:00.000Z" },
  ],
  started_at: AT,
  resolved_at: null,
};

const status = {
  state: "degraded",
  parts: [
    { name: "api", state: "operational" },
    { name: "webhooks", state: "degraded" },
  ],
  incidents: [incident],
  checked_at: AT,
};

test("whoever has not signed in sees how each part does, and what was told, the latest first", async () => {
  server.use(
    refuses("get", "/me", 401, "unauthenticated"),
    answers("get", "/status", status),
    answers("get", "/status/incidents", page(incident)),
  );
  show("/status");
  const parts = await screen.findByRole("list", { name: "Parts" });
  expect(within(parts).getByText("API and dashboard")).toBeInTheDocument();
  expect(within(parts).getByText("degraded")).toBeInTheDocument();
  expect(screen.getByText("Some of it is slower than it should be.")).toBeInTheDocument();
  const told = within(await screen.findByRole("list", { name: "What was told" })).getAllByRole("listitem");
  expect(told[0]).toHaveTextContent("None is lost.");
  expect(told[1]).toHaveTextContent("We look at it.");
  expect(await findings()).toEqual([]);
});

test("a quiet history says so", async () => {
  server.use(answers("get", "/status/incidents", page()));
  show("/status");
  expect(await screen.findByText("Nothing was ever told")).toBeInTheDocument();
  expect(screen.getByText("Everything works.")).toBeInTheDocument();
});

test("every tenant's dashboard says what is told, with the way to the status page", async () => {
  server.use(answers("get", "/me", me("viewer")), answers("get", "/status", status));
  show("/");
  const banner = (await screen.findByText("Webhooks are late")).closest('[role="status"]') as HTMLElement;
  expect(banner).toHaveTextContent("None is lost.");
  expect(within(banner).getByRole("link", { name: "How everything does" })).toHaveAttribute("href", "/status");
});

test("a dashboard whose status can't be had says nothing of it", async () => {
  server.use(answers("get", "/me", me("viewer")), refuses("get", "/status", 503, "unavailable"));
  show("/");
  expect(await screen.findByText("No runs yet")).toBeInTheDocument();
  expect(screen.queryByText("How everything does")).not.toBeInTheDocument();
});
