import { screen, within } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { expect, test } from "vitest";
import { answers, me, refuses, server } from "../../testing/server";
import { show } from "../../testing/show";
import type { Domain, Provider, SignInSettings } from "./api";

const domain = (verified: boolean): Domain => ({
  domain: "acme.example",
  record_name: "_ganglion.acme.example",
  record_value: "ganglion-domain-verification=abc",
  created_at: "2026-01-01T00:00:00.000Z",
  verified_at: verified ? "2026-01-02T00:00:00.000Z" : null,
});

const provider = (more: Partial<Provider> = {}): Provider => ({
  kind: "oidc",
  issuer: "https://login.acme.example",
  client_id: "ganglion",
  enforced: false,
  used_at: null,
  changed_at: "2026-01-02T00:00:00.000Z",
  ...more,
});

const settings = (more: Partial<SignInSettings> = {}): SignInSettings => ({
  redirect_uri: "https://id.example/broker/ten_1/endpoint",
  entity_id: "https://id.example",
  metadata_url: "https://id.example/broker/ten_1/endpoint/descriptor",
  sign_in_url: "https://ganglion.example/auth/login?provider=ten_1",
  domains: [],
  provider: null,
  ...more,
});

const of = (role: "owner" | "admin", now: SignInSettings) =>
  server.use(answers("get", "/me", me(role)), answers("get", "/tenant/sign-in", now));

test("a domain is added, its record shown, and verified once the name servers have it", async () => {
  let now = settings();
  let tries = 0;
  server.use(
    answers("get", "/me", me("owner")),
    http.get("*/api/v1/tenant/sign-in", () => HttpResponse.json(now)),
    http.post("*/api/v1/tenant/sign-in/domains", () => {
      now = settings({ domains: [domain(false)] });
      return HttpResponse.json(now.domains[0], { status: 201 });
    }),
    http.post("*/api/v1/tenant/sign-in/domains/acme.example/verification", () => {
      tries += 1;
      if (tries === 1) {
        const problem = { title: "The proof was not found", status: 409, code: "domain_unverified", detail: "Add it." };
        return HttpResponse.json(problem, { status: 409 });
      }
      now = settings({ domains: [domain(true)] });
      return HttpResponse.json(now.domains[0]);
    }),
  );
  const { hands } = show("/sign-in");
  expect(await screen.findByText("No domains yet")).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "Bring a provider" })).not.toBeInTheDocument();
  await hands.type(screen.getByRole("textbox", { name: "Domain" }), "acme.example");
  await hands.click(screen.getByRole("button", { name: "Add the domain" }));
  expect(await screen.findByText("ganglion-domain-verification=abc")).toBeInTheDocument();
  await hands.click(screen.getByRole("button", { name: /Verify ?acme/ }));
  expect(await screen.findByText("The proof was not found")).toBeInTheDocument();
  await hands.click(screen.getByRole("button", { name: /Verify ?acme/ }));
  expect(await screen.findByText("verified")).toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Bring a provider" })).toBeInTheDocument();
});

test("a provider is brought with what its kind needs, and nothing of the other kind", async () => {
  const sent: unknown[] = [];
  of("owner", settings({ domains: [domain(true)] }));
  server.use(
    http.put("*/api/v1/tenant/sign-in/provider", async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json(provider());
    }),
  );
  const { hands } = show("/sign-in");
  await hands.click(await screen.findByRole("button", { name: "Bring a provider" }));
  const form = within(await screen.findByRole("dialog"));
  await hands.click(form.getByRole("button", { name: "Bring it" }));
  expect(await form.findByText("Write its issuer")).toBeInTheDocument();
  await hands.type(form.getByRole("textbox", { name: "Issuer" }), "https://login.acme.example");
  await hands.type(form.getByRole("textbox", { name: "Client identifier" }), "ganglion");
  await hands.type(form.getByLabelText("Client secret"), "s3cret");
  await hands.click(form.getByRole("button", { name: "Bring it" }));
  await expect
    .poll(() => sent)
    .toEqual([{ kind: "oidc", issuer: "https://login.acme.example", client_id: "ganglion", client_secret: "s3cret" }]);
});

test("what nobody has tried can't become the only way in", async () => {
  of("owner", settings({ domains: [domain(true)], provider: provider() }));
  show("/sign-in");
  expect(await screen.findByRole("button", { name: "Make it the only way in" })).toBeDisabled();
  expect(screen.getByText("https://ganglion.example/auth/login?provider=ten_1")).toBeInTheDocument();
});

test("what was tried becomes the only way in after a question", async () => {
  const sent: unknown[] = [];
  of("owner", settings({ domains: [domain(true)], provider: provider({ used_at: "2026-01-03T00:00:00.000Z" }) }));
  server.use(
    http.patch("*/api/v1/tenant/sign-in/provider", async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json(provider({ enforced: true }));
    }),
  );
  const { hands } = show("/sign-in");
  await hands.click(await screen.findByRole("button", { name: "Make it the only way in" }));
  expect(sent).toEqual([]);
  await hands.click(await screen.findByRole("button", { name: "Make it the only way" }));
  await expect.poll(() => sent).toEqual([{ enforced: true }]);
});

test("an admin sees it and changes nothing", async () => {
  of("admin", settings({ domains: [domain(true)], provider: provider() }));
  show("/sign-in");
  expect(await screen.findByText("https://login.acme.example")).toBeInTheDocument();
  for (const name of ["Replace it", "Remove the provider", /Remove ?acme/, "Add the domain"]) {
    expect(screen.queryByRole("button", { name })).not.toBeInTheDocument();
  }
});

test("where the platform's own provider takes no others, that is said", async () => {
  of("owner", settings({ redirect_uri: null, entity_id: null, metadata_url: null }));
  show("/sign-in");
  expect(await screen.findByText("Everybody signs in the same way here")).toBeInTheDocument();
});

test("who came in by another way than their organization wants is told, and can sign out", async () => {
  server.use(refuses("get", "/me", 403, "organization_sign_in", "Sign in with your work address."));
  show("/");
  expect(await screen.findByText("Sign in with your work address.")).toBeInTheDocument();
  expect(screen.getByRole("link", { name: "Sign in there" })).toHaveAttribute("href", "/auth/organization?next=%2F");
  expect(screen.getByRole("link", { name: "Sign out" })).toHaveAttribute("href", "/auth/logout?next=%2F");
});
