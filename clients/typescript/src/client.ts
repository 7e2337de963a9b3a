import createOpenApiClient, { type Client, type Middleware } from "openapi-fetch";
import { ApiProblem } from "./problem.js";
import { PATIENT, type RetryPolicy, retrying } from "./retry.js";
import type { components, paths } from "./schema.js";

/** What objects of the API look like, by the names they have in its document. */
export type Schemas = components["schemas"];

/** The API: one method for each HTTP method, typed by path. */
export type Api = Client<paths>;

export type ClientOptions = {
  /** Where Ganglion is, e.g. `https://ganglion.example.com`. */
  url: string;
  /** An API key (`gk_live_…`, `gk_lab_…`) or an access token; left out where the browser's session proves who it is. */
  key?: string;
  /** The tenant, for people who belong to several. */
  tenant?: string | (() => string | null);
  /** What goes along with requests that change something, besides. */
  changeHeaders?: () => Record<string, string>;
  /** How patiently requests are sent again. */
  retry?: Partial<RetryPolicy>;
  /**
   * Whether a POST whose answer never came, and that is sent again by its caller later, goes under the same
   * idempotency key. For people, who press a button again. A program that means a new thing has to leave it off.
   */
  keepUnansweredKeys?: boolean;
  /** Instead of the platform's own. */
  fetch?: (request: Request) => Promise<Response>;
};

const UNANSWERED = 100; // keys that are kept at most

/** The API, ready to be called. */
export function createClient(options: ClientOptions): Api {
  const fetch = options.fetch ?? ((request: Request) => globalThis.fetch(request));
  const policy = { ...PATIENT, ...options.retry };
  const api = createOpenApiClient<paths>({
    baseUrl: options.url.replace(/\/+$/, ""),
    credentials: "same-origin",
    fetch: retrying(fetch, policy),
  });
  api.use(headers(options));
  return api;
}

function headers(options: ClientOptions): Middleware {
  const unanswered = new Map<string, string>();
  return {
    async onRequest({ request }) {
      const tenant = typeof options.tenant === "function" ? options.tenant() : options.tenant;
      if (options.key) request.headers.set("Authorization", `Bearer ${options.key}`);
      if (tenant) request.headers.set("Ganglion-Tenant", tenant);
      if (request.method === "GET") return request;
      for (const [name, value] of Object.entries(options.changeHeaders?.() ?? {})) request.headers.set(name, value);
      if (request.method === "POST" && !request.headers.has("Idempotency-Key")) {
        const which = options.keepUnansweredKeys ? await fingerprint(request) : "";
        const key = unanswered.get(which) ?? randomKey();
        if (options.keepUnansweredKeys) remember(unanswered, which, key);
        request.headers.set("Idempotency-Key", key);
      }
      return request;
    },
    async onResponse({ request, response }) {
      // after a 5xx nobody knows: the repetition goes under the same key
      if (response.status < 500) forget(unanswered, request.headers.get("Idempotency-Key"));
    },
  };
}

async function fingerprint(request: Request): Promise<string> {
  return [request.headers.get("Ganglion-Tenant"), request.url, await request.clone().text()].join("\n");
}

function remember(unanswered: Map<string, string>, which: string, key: string): void {
  unanswered.delete(which);
  unanswered.set(which, key);
  const [oldest] = unanswered.keys();
  if (unanswered.size > UNANSWERED && oldest !== undefined) unanswered.delete(oldest);
}

function forget(unanswered: Map<string, string>, key: string | null): void {
  for (const [which, kept] of unanswered) if (kept === key) unanswered.delete(which);
}

/** A new idempotency key. Not crypto.randomUUID, which plain http on another host than this one doesn't have. */
export function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** What a call came to, as openapi-fetch tells it. */
export type Outcome<T> = { data?: T; error?: unknown; response: Response };

/**
 * The answer's body.
 *
 * @throws ApiProblem if it is refused, or never came
 */
export async function answer<T>(call: Promise<Outcome<T>>): Promise<T> {
  const outcome = await call.catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw ApiProblem.unreachable(cause);
  });
  if (!outcome.response.ok) throw ApiProblem.of(outcome.response.status, outcome.error);
  return outcome.data as T;
}
