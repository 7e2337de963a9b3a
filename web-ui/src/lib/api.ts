import createClient, { type Middleware } from "openapi-fetch";
import { ApiProblem } from "./problem";
import type { components, paths } from "./schema";

type Schemas = components["schemas"];

/**
 * An answer of the API: it has all its members. The document doesn't say so of answers, nor which of them may be null.
 *
 * @typeParam Nulls the members that may be null
 */
export type Answer<Name extends keyof Schemas, Nulls extends keyof Required<Schemas[Name]> = never> = {
  [K in keyof Required<Schemas[Name]>]: K extends Nulls
    ? Required<Schemas[Name]>[K] | null
    : Required<Schemas[Name]>[K];
};

/** A page of a list. */
export type Listing<T> = { data: T[]; next_cursor: string | null };

const TENANT = "ganglion.tenant";
const SAFE = new Set(["GET", "HEAD"]);

let csrfToken: string | null = null;
let tenant: string | null = remembered();
/** Idempotency keys of requests whose answer never came, by request. */
const unanswered = new Map<string, string>();

/** The tenant that requests are for; null: the person's only one. */
export function chosenTenant(): string | null {
  return tenant;
}

/** For this tab, and for tabs opened later. */
export function chooseTenant(id: string | null): void {
  tenant = id;
  try {
    if (id) localStorage.setItem(TENANT, id);
    else localStorage.removeItem(TENANT);
  } catch {
    // storage is blocked: this tab alone knows
  }
}

function remembered(): string | null {
  try {
    return localStorage.getItem(TENANT);
  } catch {
    return null;
  }
}

/** What the session has to send to change something; from GET /api/v1/me. */
export function rememberCsrfToken(token: string | null): void {
  csrfToken = token;
}

const headers: Middleware = {
  async onRequest({ request }) {
    if (tenant) request.headers.set("Ganglion-Tenant", tenant);
    if (SAFE.has(request.method)) return request;
    if (csrfToken) request.headers.set("X-CSRF-Token", csrfToken);
    if (request.method === "POST") {
      const which = await fingerprint(request);
      const key = unanswered.get(which) ?? randomKey();
      unanswered.set(which, key);
      request.headers.set("Idempotency-Key", key);
    }
    return request;
  },
  async onResponse({ request, response }) {
    // after a 5xx nobody knows: the repetition goes under the same key
    if (request.method === "POST" && response.status < 500) forget(request.headers.get("Idempotency-Key"));
  },
};

async function fingerprint(request: Request): Promise<string> {
  return [tenant, request.url, await request.clone().text()].join("\n");
}

function forget(key: string | null): void {
  for (const [which, kept] of unanswered) if (kept === key) unanswered.delete(which);
}

/** Not crypto.randomUUID, which plain http on another host than this one doesn't have. */
function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export const api = createClient<paths>({
  baseUrl: location.origin,
  credentials: "same-origin",
  fetch: (request) => globalThis.fetch(request),
});
api.use(headers);

/**
 * The answer's body.
 *
 * @throws ApiProblem if it is refused, or never came
 */
export async function answer<T>(call: Promise<{ data?: unknown; error?: unknown; response: Response }>): Promise<T> {
  const outcome = await call.catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw ApiProblem.unreachable();
  });
  if (!outcome.response.ok) throw ApiProblem.of(outcome.response.status, outcome.error);
  return outcome.data as T;
}
