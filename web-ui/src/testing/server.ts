import { type DefaultBodyType, HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import type { Me, Role } from "../lib/session";

export const server = setupServer(
  http.get("*/api/v1/status", () =>
    HttpResponse.json({ state: "operational", parts: [], incidents: [], checked_at: "2026-11-29T12:00:00.000Z" }),
  ),
  http.get("*/api/v1/sign-in", () => HttpResponse.json({ state: "ready", detail: "Sign in, or create an account." })),
  http.get("*/api/v1/invoices", () => HttpResponse.json(page())), // whether one is overdue
  http.get("*/api/v1/me/notifications", () =>
    HttpResponse.json(
      { address: "ann@example.com", kinds: [], slack: null, webhook: null },
      { headers: { ETag: '"0"' } },
    ),
  ),
  http.get("*/api/v1/tenant/approval-links", () =>
    HttpResponse.json({ mail: true, slack: false }, { headers: { ETag: '"0"' } }),
  ),
  http.get("*/api/v1/approvals", () => HttpResponse.json(page())), // how much waits for a person
  http.get("*/api/v1/runs", () => HttpResponse.json(page())), // and what needs one
);

const READS = [
  "tenant:read",
  "members:read",
  "runs:read",
  "workflows:read",
  "agents:read",
  "effects:read",
  "approvals:read",
  "connections:read",
  "connectors:read",
  "events:read",
  "usage:read",
  "webhooks:read",
  "lab:read",
];
/** What makes agents work. */
const MAKES = [
  "runs:write",
  "approvals:write",
  "effects:write",
  "connectors:write",
  "connections:write",
  "agents:write",
  "workflows:write",
  "lab:write",
];
const SCOPES: Record<Role, string[]> = {
  owner: [
    "*",
    ...READS,
    ...MAKES,
    "members:write",
    "api-keys:read",
    "api-keys:write",
    "audit:read",
    "billing:read",
    "billing:write",
    "webhooks:write",
    "tenant:write",
    "tenant:delete",
    "sign-in:write",
  ],
  admin: [
    ...READS,
    ...MAKES,
    "members:write",
    "api-keys:read",
    "api-keys:write",
    "audit:read",
    "billing:read",
    "billing:write",
    "webhooks:write",
    "tenant:write",
  ],
  operator: [...READS, ...MAKES, "webhooks:write"],
  approver: [...READS, "approvals:write", "effects:write"],
  viewer: READS,
};

/** Somebody who has signed in: of the tenant Acme by that role, or of none. */
export function me(role: Role | null, more: Partial<Me> = {}): Me {
  return {
    kind: "person",
    actor: "per_1",
    tenant: role && "ten_1",
    tenant_name: role && "Acme",
    role,
    scopes: role ? SCOPES[role] : [],
    person: { id: "per_1", email: "ann@example.com", email_verified: true, name: "Ann" },
    tenants: role ? [{ tenant: "ten_1", name: "Acme", role, purge_at: null, suspended: false }] : [],
    invitations: [],
    operator: false,
    csrf_token: "csrf-1",
    ...more,
  };
}

export const page = <T>(...data: T[]) => ({ data, next_cursor: null });

/** Answers a path of the API. */
export const answers = (
  method: "get" | "post" | "put" | "patch" | "delete",
  path: string,
  body: DefaultBodyType,
  status = 200,
) =>
  http[method](`*/api/v1${path}`, () =>
    status === 204 ? new HttpResponse(null, { status }) : HttpResponse.json(body, { status }),
  );

/** Refuses a path of the API. */
export const refuses = (
  method: "get" | "post" | "put" | "patch" | "delete",
  path: string,
  status: number,
  code: string,
  detail = "Why.",
) =>
  http[method](`*/api/v1${path}`, () =>
    HttpResponse.json(
      { type: `/docs/problems#${code}`, title: `Title of ${code}`, status, detail, code, errors: [], trace_id: "t" },
      { status },
    ),
  );
