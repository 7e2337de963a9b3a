import { screen, waitFor } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { describe, expect, test } from "vitest";
import type { Invited } from "../../lib/session";
import { answers, me, page, refuses, server } from "../../testing/server";
import { show } from "../../testing/show";

const invitation: Invited = {
  id: "ivt_1",
  tenant_name: "Acme",
  role: "viewer",
  invited_by: "bob@example.com",
  expires_at: "2030-01-01T00:00:00.000Z",
};
const nobody = refuses("get", "/me", 401, "unauthenticated");

describe("somebody who has not signed in", () => {
  test("is shown the way in, back to the page they wanted", async () => {
    server.use(nobody);
    show("/audit?actor=per_9");
    const signIn = await screen.findByRole("link", { name: "Sign in" });
    expect(signIn).toHaveAttribute("href", "/auth/login?next=%2Faudit%3Factor%3Dper_9");
    expect(screen.getByRole("link", { name: "Create an account" })).toHaveAttribute(
      "href",
      "/auth/register?next=%2Faudit%3Factor%3Dper_9",
    );
  });

  test.each([
    ["starting", "Sign-in is starting"],
    ["unavailable", "Sign-in is down"],
    ["off", "There is no sign-in here"],
  ])("is told when sign-in is %s", async (state, title) => {
    server.use(nobody, answers("get", "/sign-in", { state, detail: "In words." }));
    show("/");
    expect(await screen.findByText(title)).toBeInTheDocument();
    expect(screen.getByText(/In words\./)).toBeInTheDocument();
  });

  test("sees by itself when sign-in has come up", async () => {
    let asked = 0;
    server.use(
      nobody,
      http.get("*/api/v1/sign-in", () =>
        HttpResponse.json({ state: asked++ === 0 ? "starting" : "ready", detail: "In words." }),
      ),
    );
    show("/");
    expect(await screen.findByText("Sign-in is starting")).toBeInTheDocument();
    await waitFor(() => expect(screen.queryByText("Sign-in is starting")).not.toBeInTheDocument(), { timeout: 4_000 });
  });
});

describe("a newcomer", () => {
  test("names a tenant and is in", async () => {
    let named: string | undefined;
    server.use(
      http.get("*/api/v1/me", () => HttpResponse.json(named ? me("owner") : me(null))),
      http.post("*/api/v1/tenants", async ({ request }) => {
        named = ((await request.json()) as { name: string }).name;
        return HttpResponse.json(
          { id: "ten_1", name: named, created_at: "2026-01-01T00:00:00.000Z", api_key: null },
          { status: 201 },
        );
      }),
      answers("get", "/runs", page()),
    );
    const { hands, router } = show("/");
    await hands.type(await screen.findByLabelText("Name your tenant"), "  Acme ");
    await hands.click(screen.getByRole("button", { name: "Create the tenant" }));
    expect(await screen.findByText("No runs yet")).toBeInTheDocument();
    expect(named).toBe("Acme");
    expect(router.state.location.pathname).toBe("/");
  });

  test("is asked to verify their address first", async () => {
    const unverified = me(null);
    server.use(answers("get", "/me", { ...unverified, person: { ...unverified.person, email_verified: false } }));
    show("/welcome");
    expect(await screen.findByText("Verify your e-mail address first")).toBeInTheDocument();
  });

  test("who belongs to several tenants chooses one", async () => {
    const tenants = [
      { tenant: "ten_1", name: "Acme", role: "owner" as const, purge_at: null, suspended: false },
      { tenant: "ten_2", name: "Beta", role: "viewer" as const, purge_at: null, suspended: false },
    ];
    server.use(
      http.get("*/api/v1/me", ({ request }) =>
        HttpResponse.json(
          request.headers.get("Ganglion-Tenant") === "ten_2"
            ? me("viewer", { tenant: "ten_2", tenant_name: "Beta", tenants })
            : me(null, { tenants }),
        ),
      ),
      answers("get", "/runs", page()),
    );
    const { hands } = show("/");
    await hands.click(await screen.findByRole("button", { name: /Beta/ }));
    expect(await screen.findByRole("heading", { name: "Beta" })).toBeInTheDocument();
  });
});

describe("an invitation's link", () => {
  test("asks for signing in first, and comes back", async () => {
    server.use(nobody);
    show("/join/ivt_1");
    expect(await screen.findByRole("link", { name: "Create an account" })).toHaveAttribute(
      "href",
      "/auth/register?next=%2Fjoin%2Fivt_1",
    );
  });

  test("lets the invited person accept, and takes them there", async () => {
    let joined = false;
    server.use(
      http.get("*/api/v1/me", () => HttpResponse.json(joined ? me("viewer") : me(null, { invitations: [invitation] }))),
      http.post("*/api/v1/me/invitations/ivt_1/accept", () => {
        joined = true;
        return HttpResponse.json({ tenant: "ten_1", name: "Acme", role: "viewer" });
      }),
      answers("get", "/runs", page()),
    );
    const { hands, router } = show("/join/ivt_1");
    expect(await screen.findByText("Join Acme as viewer")).toBeInTheDocument();
    await hands.click(screen.getByRole("button", { name: "Accept" }));
    expect(await screen.findByText("No runs yet")).toBeInTheDocument();
    expect(router.state.location.pathname).toBe("/");
  });

  test("lets them decline", async () => {
    let declined = false;
    server.use(
      http.get("*/api/v1/me", () => HttpResponse.json(me(null, { invitations: declined ? [] : [invitation] }))),
      http.post("*/api/v1/me/invitations/ivt_1/decline", () => {
        declined = true;
        return new HttpResponse(null, { status: 204 });
      }),
    );
    const { hands } = show("/join/ivt_1");
    await hands.click(await screen.findByRole("button", { name: "Decline" }));
    expect(await screen.findByText(/^Declined\./)).toBeInTheDocument();
  });

  test("that is not open for who has signed in says why that may be", async () => {
    server.use(answers("get", "/me", me("viewer")));
    show("/join/ivt_gone");
    expect(await screen.findByText(/is not open for/)).toHaveTextContent("ann@example.com");
    expect(screen.getByRole("link", { name: /Sign out/ })).toHaveAttribute("href", "/auth/logout?next=%2F");
  });

  test("that was taken back meanwhile shows the refusal", async () => {
    server.use(
      answers("get", "/me", me(null, { invitations: [invitation] })),
      refuses("post", "/me/invitations/ivt_1/accept", 409, "invitation_closed", "It is revoked; ask for a new one."),
    );
    const { hands } = show("/join/ivt_1");
    await hands.click(await screen.findByRole("button", { name: "Accept" }));
    expect(await screen.findByText("Title of invitation_closed")).toBeInTheDocument();
    expect(screen.getByText("It is revoked; ask for a new one.")).toBeInTheDocument();
  });
});
