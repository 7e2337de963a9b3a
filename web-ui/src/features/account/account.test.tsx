import { screen, within } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { expect, test, vi } from "vitest";
import { answers, me, refuses, server } from "../../testing/server";
import { show } from "../../testing/show";

const tenant = { id: "ten_1", name: "Acme", created_at: "2026-01-01T00:00:00.000Z", deleted_at: null, purge_at: null };

async function asked() {
  const { hands } = show("/settings");
  await hands.click(await screen.findByRole("button", { name: "Delete my account" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Delete your account?" }));
  const act = dialog.getByRole("button", { name: "Delete my account" });
  expect(act).toBeDisabled();
  await hands.type(dialog.getByRole("textbox"), "ann@example.com");
  return { hands, act };
}

test("who writes their own address is erased, and signed out", async () => {
  const sent: (string | null)[] = [];
  const went: string[] = [];
  const here = window.location;
  vi.stubGlobal("location", { ...here, assign: (url: string) => went.push(url) });
  server.use(
    answers("get", "/me", me("viewer")),
    answers("get", "/tenant", tenant),
    http.delete("*/api/v1/me", ({ request }) => {
      sent.push(new URL(request.url).searchParams.get("confirm"));
      return new HttpResponse(null, { status: 204 });
    }),
  );
  const { hands, act } = await asked();
  await hands.click(act);
  await expect.poll(() => went).toEqual(["/auth/logout?next=%2F"]);
  vi.stubGlobal("location", here);
  expect(sent).toEqual(["ann@example.com"]);
});

test("a last owner is told which tenant needs another", async () => {
  server.use(
    answers("get", "/me", me("owner")),
    answers("get", "/tenant", tenant),
    refuses("delete", "/me", 409, "last_owner", "You are the last owner of Acme."),
  );
  const { hands, act } = await asked();
  await hands.click(act);
  expect(await screen.findByText("You are the last owner of Acme.")).toBeInTheDocument();
});
