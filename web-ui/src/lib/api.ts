import { createClient, answer as readAnswer } from "@ganglion/client";

const TENANT = "ganglion.tenant";

let csrfToken: string | null = null;
let tenant: string | null = remembered();

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

/** Requests go out once: questions are repeated by TanStack Query, changes by people. */
export const api = createClient({
  url: location.origin,
  tenant: chosenTenant,
  changeHeaders: (): Record<string, string> => (csrfToken ? { "X-CSRF-Token": csrfToken } : {}),
  retry: { attempts: 1 },
  keepUnansweredKeys: true,
});

/**
 * The answer's body, with words where the document has texts, such as a role.
 *
 * @throws ApiProblem if it is refused, or never came
 */
export function answer<T>(call: Promise<{ data?: unknown; error?: unknown; response: Response }>): Promise<T> {
  return readAnswer(call) as Promise<T>;
}
