import { screen, within } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { beforeEach, expect, test } from "vitest";
import { answers, me, server } from "../../testing/server";
import { show } from "../../testing/show";
import type { ChannelState, Edit } from "./notifications";

const tenant = { id: "ten_1", name: "Acme", created_at: "2026-01-01T00:00:00.000Z", deleted_at: null, purge_at: null };
const kind = (name: string, ...channels: string[]) => ({
  kind: name,
  meaning: `Meaning of ${name}`,
  channels,
  by_default: true,
});
const hook: ChannelState = {
  host: "example.com",
  signed: false,
  enabled: true,
  disabled_reason: null,
  failures: 0,
  failing_since: null,
  changed_at: "2026-01-01T00:00:00.000Z",
};
const initial = {
  address: "ann@example.com" as string | null,
  kinds: [kind("approvals", "mail"), kind("failures")],
  slack: null as ChannelState | null,
  webhook: null as ChannelState | null,
};

let settings: typeof initial;
let version: number;
let sent: { edit: Edit; seen: string | null }[];

beforeEach(() => {
  settings = structuredClone(initial);
  version = 3;
  sent = [];
  server.use(
    answers("get", "/me", me("owner")),
    answers("get", "/tenant", tenant),
    http.get("*/api/v1/me/notifications", () => HttpResponse.json(settings, { headers: { ETag: `"${version}"` } })),
    http.patch("*/api/v1/me/notifications", async ({ request }) => {
      const edit = (await request.json()) as Edit;
      sent.push({ edit, seen: request.headers.get("If-Match") });
      version++;
      const chosen = Object.entries(edit.kinds ?? {});
      settings = {
        ...settings,
        kinds: settings.kinds.map((one) => ({
          ...one,
          channels: chosen.find(([name]) => name === one.kind)?.[1] ?? one.channels,
        })),
        ...(edit.webhook && { webhook: edit.webhook.url ? hook : null }),
      };
      return HttpResponse.json(settings, { headers: { ETag: `"${version}"` } });
    }),
  );
});

test("a kind is chosen by its box, each time with the version that was seen last", async () => {
  const { hands } = show("/settings");
  const failures = await screen.findByRole("checkbox", { name: "Failures by Mail" });
  expect(failures).not.toBeChecked();
  expect(screen.getByRole("checkbox", { name: "Approvals by Mail" })).toBeChecked();
  await hands.click(failures);
  await hands.click(screen.getByRole("checkbox", { name: "Approvals by Mail" }));
  await expect.poll(() => sent.length).toBe(2);
  expect(sent).toEqual([
    { edit: { kinds: { failures: ["mail"] } }, seen: '"3"' },
    { edit: { kinds: { approvals: [] } }, seen: '"4"' },
  ]);
  await expect.poll(() => screen.getByRole("checkbox", { name: "Failures by Mail" })).toBeChecked();
});

test("a channel is chosen once it is set up, and its address is sent and never shown", async () => {
  const { hands } = show("/settings");
  expect(await screen.findByRole("checkbox", { name: "Failures by Webhook" })).toBeDisabled();
  await hands.click(screen.getByRole("button", { name: "Set up Webhook" }));
  const form = within(await screen.findByRole("dialog"));
  await hands.type(form.getByRole("textbox", { name: "Address" }), "https://example.com/told?key=1");
  await hands.click(form.getByRole("button", { name: "Save" }));
  expect(await screen.findByText("example.com")).toBeInTheDocument();
  expect(sent[0]?.edit).toEqual({ webhook: { url: "https://example.com/told?key=1" } });
  expect(screen.getByRole("checkbox", { name: "Failures by Webhook" })).toBeEnabled();
  expect(screen.queryByText(/key=1/)).not.toBeInTheDocument();
});

test("an address that is refused says why at its field", async () => {
  server.use(
    http.patch("*/api/v1/me/notifications", () =>
      HttpResponse.json(
        {
          title: "The request is not valid",
          status: 400,
          code: "invalid_request",
          detail: "d",
          errors: [{ pointer: "/slack/url", detail: "send an https address" }],
          trace_id: "t",
        },
        { status: 400 },
      ),
    ),
  );
  const { hands } = show("/settings");
  await hands.click(await screen.findByRole("button", { name: "Set up Slack" }));
  const form = within(await screen.findByRole("dialog"));
  await hands.type(form.getByRole("textbox", { name: "Address" }), "http://example.com");
  await hands.click(form.getByRole("button", { name: "Save" }));
  expect(await form.findByText("send an https address")).toBeInTheDocument();
});

test("a channel that is off says why, and a test tells whether it came through", async () => {
  settings.webhook = { ...hook, enabled: false, disabled_reason: "failing", failures: 9 };
  server.use(
    answers("post", "/me/notifications/test", { channel: "webhook", taken: false, reason: "it answered 500" }),
  );
  const { hands } = show("/settings");
  expect(await screen.findByText(/Nothing but failures came of it for days/)).toBeInTheDocument();
  expect(screen.getByText("off")).toBeInTheDocument();
  await hands.click(screen.getByRole("button", { name: "Test Webhook" }));
  expect(await screen.findByText("The test did not come through: it answered 500.")).toBeInTheDocument();
});

test("without a verified address no mail can be chosen, and it says what to do", async () => {
  settings.address = null;
  show("/settings");
  expect(await screen.findByRole("checkbox", { name: "Approvals by Mail" })).toBeDisabled();
  expect(screen.getByText(/verify it, and sign in again/)).toBeInTheDocument();
});

test("what was changed elsewhere is not overwritten", async () => {
  server.use(
    http.patch("*/api/v1/me/notifications", () =>
      HttpResponse.json(
        {
          title: "It has changed",
          status: 412,
          code: "version_mismatch",
          detail: "Look again.",
          errors: [],
          trace_id: "t",
        },
        { status: 412 },
      ),
    ),
  );
  const { hands } = show("/settings");
  await hands.click(await screen.findByRole("checkbox", { name: "Failures by Mail" }));
  expect(await screen.findByText("It has changed")).toBeInTheDocument();
  expect(screen.getByRole("checkbox", { name: "Failures by Mail" })).not.toBeChecked();
});
