import type { Page } from "playwright-core";

/** Asks the API as whoever has signed in there; what it answers. */
export function call(
  page: Page,
  method: string,
  path: string,
  body?: unknown,
  type = "application/json",
): Promise<unknown> {
  const text = body === undefined || typeof body === "string" ? body : JSON.stringify(body);
  return page.evaluate(
    async ({ method, path, text, type }) => {
      const me = await (await fetch("/api/v1/me")).json();
      const answer = await fetch(`/api/v1${path}`, {
        method,
        headers: { "Content-Type": type, "X-CSRF-Token": me.csrf_token },
        ...(text !== undefined && { body: text }),
      });
      const said = await answer.text();
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${said}`);
      return said === "" ? null : JSON.parse(said);
    },
    { method, path, text, type },
  );
}
