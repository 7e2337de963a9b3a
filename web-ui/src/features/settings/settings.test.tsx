import { screen, waitFor } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { expect, test } from "vitest";
import { answers, me, server } from "../../testing/server";
import { show } from "../../testing/show";

const tenant = { id: "ten_1", name: "Acme", created_at: "2026-01-01T00:00:00.000Z", deleted_at: null, purge_at: null };

test("a tenant is renamed as it was seen", async () => {
  const sent: (string | null)[] = [];
  server.use(
    answers("get", "/me", me("owner")),
    http.get("*/api/v1/tenant", () => HttpResponse.json(tenant, { headers: { ETag: '"3"' } })),
    http.patch("*/api/v1/tenant", ({ request }) => {
      sent.push(request.headers.get("If-Match"));
      return HttpResponse.json(
        { title: "It has changed", status: 412, code: "changed", detail: "Look again.", errors: [], trace_id: "t" },
        { status: 412 },
      );
    }),
  );
  const { hands } = show("/settings");
  await hands.type(await screen.findByRole("textbox", { name: "Name" }), " Research");
  await hands.click(screen.getByRole("button", { name: "Rename" }));
  expect(await screen.findByText("It has changed")).toBeInTheDocument();
  expect(sent).toEqual(['"3"']);
});

test("only who writes the tenant's name deletes it, and can have it back", async () => {
  let deleted: string | null = null;
  const now = () => ({
    ...tenant,
    ...(deleted && { deleted_at: "2026-02-01T00:00:00Z", purge_at: "2026-02-15T00:00:00Z" }),
  });
  server.use(
    answers("get", "/me", me("owner")),
    http.get("*/api/v1/tenant", () => HttpResponse.json(now())),
    http.delete("*/api/v1/tenant", ({ request }) => {
      deleted = new URL(request.url).searchParams.get("name");
      return HttpResponse.json(now());
    }),
    http.post("*/api/v1/tenant/restore", () => {
      deleted = null;
      return HttpResponse.json(now());
    }),
  );
  const { hands } = show("/settings");
  await hands.click(await screen.findByRole("button", { name: "Delete the tenant" }));
  const act = await screen.findByRole("button", { name: "Delete" });
  expect(act).toBeDisabled();
  await hands.type(screen.getByRole("textbox", { name: "Its name, to confirm" }), "Acme");
  await hands.click(act);
  await hands.click(await screen.findByRole("button", { name: "Restore the tenant" }));
  expect(await screen.findByRole("button", { name: "Delete the tenant" })).toBeInTheDocument();
});

test("who is no owner is not offered to delete the tenant", async () => {
  server.use(answers("get", "/me", me("admin")), answers("get", "/tenant", tenant));
  show("/settings");
  expect(await screen.findByRole("button", { name: "Leave Acme" })).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "Delete the tenant" })).not.toBeInTheDocument();
});

test("who changes the tenant chooses which messages bring links that decide", async () => {
  const sent: unknown[] = [];
  let now = { mail: true, slack: false };
  server.use(
    answers("get", "/me", me("admin")),
    answers("get", "/tenant", tenant),
    http.get("*/api/v1/tenant/approval-links", () => HttpResponse.json(now, { headers: { ETag: '"4"' } })),
    http.patch("*/api/v1/tenant/approval-links", async ({ request }) => {
      const change = (await request.json()) as Partial<typeof now>;
      sent.push([request.headers.get("If-Match"), change]);
      now = { ...now, ...change };
      return HttpResponse.json(now);
    }),
  );
  const { hands } = show("/settings");
  const mail = await screen.findByRole("switch", { name: /^In mails/ });
  await waitFor(() => expect(mail).toBeChecked());
  expect(screen.getByRole("switch", { name: /^In Slack/ })).not.toBeChecked();
  await hands.click(mail);
  await waitFor(() => expect(mail).not.toBeChecked());
  expect(sent).toEqual([['"4"', { mail: false }]]);
});

test("who may not change the tenant isn't asked about links", async () => {
  server.use(answers("get", "/me", me("viewer")), answers("get", "/tenant", tenant));
  show("/settings");
  expect(await screen.findByRole("button", { name: "Leave Acme" })).toBeInTheDocument();
  expect(screen.queryByRole("switch", { name: /^In mails/ })).not.toBeInTheDocument();
});
