import { screen } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { expect, test } from "vitest";
import { answers, me, page, server } from "../../testing/server";
import { show } from "../../testing/show";
import { type ApiKey, stateOf } from "./api";
import { bodyOf, bySubject } from "./form";

const NOW = Date.parse("2026-06-01T00:00:00Z");
const key: ApiKey = {
  id: "key_1",
  name: "deployment",
  mode: "live",
  hint: "x9Qk",
  scopes: ["runs:read"],
  addresses: [],
  created_at: "2026-01-01T00:00:00.000Z",
  created_by: "per_1",
  expires_at: null,
  last_used_at: null,
  revoked_at: null,
  rotated_to: null,
};

test.each([
  ["active", {}],
  ["active", { expires_at: "2026-06-01T00:00:01Z" }],
  ["expired", { expires_at: "2026-06-01T00:00:00Z" }],
  ["replaced", { rotated_to: "key_2", expires_at: "2026-06-02T00:00:00Z" }],
  ["expired", { rotated_to: "key_2", expires_at: "2026-05-02T00:00:00Z" }],
  ["revoked", { revoked_at: "2026-05-01T00:00:00Z", expires_at: "2026-04-01T00:00:00Z" }],
] as const)("a key is %s with %j", (state, more) => {
  expect(stateOf({ ...key, ...more }, NOW)).toBe(state);
});

test("the form asks for no more than was filled in", () => {
  const values = { name: " ci ", mode: "live", scopes: ["runs:read"], life: "never", until: "", addresses: [] };
  expect(bodyOf(values, NOW)).toEqual({ name: "ci", mode: "live", scopes: ["runs:read"] });
  expect(bodyOf({ ...values, life: "30", addresses: ["10.0.0.0/8"] }, NOW)).toMatchObject({
    addresses: ["10.0.0.0/8"],
    expires_at: "2026-07-01T00:00:00.000Z",
  });
});

test("scopes are gathered by what they are about", () => {
  expect([...bySubject(["tenant:delete", "runs:write", "runs:read", "tenant:read"])]).toEqual([
    ["tenant", ["read", "delete"]],
    ["runs", ["read", "write"]],
  ]);
});

test("a secret is shown once, after the key is made", async () => {
  const sent: unknown[] = [];
  server.use(
    answers("get", "/me", me("owner")),
    answers("get", "/api-keys", page()),
    http.post("*/api/v1/api-keys", async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json({ api_key: key, secret: "gk_live_secret" }, { status: 201 });
    }),
  );
  const { hands } = show("/api-keys");
  await hands.click(await screen.findByRole("button", { name: "Create a key" }));
  await hands.click(await screen.findByRole("button", { name: "Create the key" }));
  expect(await screen.findByText("Choose at least one scope")).toBeInTheDocument();
  await hands.type(screen.getByRole("textbox", { name: "Name" }), "deployment");
  await hands.click(screen.getByRole("checkbox", { name: "runs:read" }));
  await hands.click(screen.getByRole("button", { name: "Create the key" }));
  expect(await screen.findByText("gk_live_secret")).toBeInTheDocument();
  expect(sent).toMatchObject([{ name: "deployment", mode: "live", scopes: ["runs:read"] }]);
  await hands.click(screen.getByRole("button", { name: "I have copied it" }));
  await expect.poll(() => screen.queryByText("gk_live_secret")).toBeNull();
});
