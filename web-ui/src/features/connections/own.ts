import type { Action, ActionEdit, NewConnector } from "./api";

/** Where a connector's description comes from. */
export type Origin = "document" | "url" | "mcp";
export type Written = { origin: Origin; name: string; document: string; url: string; token: string; baseUrl: string };
/** What somebody says of an action. */
export type Said = { offered: boolean; retryClass: Action["retry_class"]; header: string };

export const NOTHING: Written = { origin: "document", name: "", document: "", url: "", token: "", baseUrl: "" };

const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/;
const ADDRESS = /^https?:\/\//;

/** What is wrong with what was written, by the form's paths. */
export function wrongWith({ origin, name, document, url, baseUrl }: Written): Record<string, string> {
  return {
    ...(!NAME.test(name) && { name: "Letters and digits with a hyphen in the middle, e.g. my-shop" }),
    ...(origin === "document" && !document.trim() && { document: "Paste the document" }),
    ...(origin !== "document" && !ADDRESS.test(url.trim()) && { url: "An address that begins with https://" }),
    ...(baseUrl.trim() && !ADDRESS.test(baseUrl.trim()) && { baseUrl: "An address that begins with https://" }),
  };
}

export function bodyOf({ origin, name, document, url, token, baseUrl }: Written): NewConnector {
  const where = origin !== "mcp" && baseUrl.trim() ? { base_url: baseUrl.trim() } : {};
  if (origin === "document") return { name, document, ...where };
  if (origin === "url") return { name, url: url.trim(), ...where };
  return { name, mcp: { url: url.trim(), ...(token && { credentials: { token } }) } };
}

/** An action's name within its connector. */
export const nameOf = ({ function: full }: Action) => full.slice(full.indexOf(".") + 1);

export const saidOf = (action: Action): Said => ({
  offered: action.own?.offered ?? true,
  retryClass: action.retry_class,
  header: action.own?.idempotency_header ?? "",
});

/** What is to be sent of what was said: what differs. */
export function editsOf(actions: Action[], said: Record<string, Said>): Record<string, ActionEdit> {
  const edits: Record<string, ActionEdit> = {};
  for (const action of actions) {
    const now = said[action.function];
    if (!now) continue;
    const before = saidOf(action);
    const header = now.retryClass === "idempotent" ? now.header.trim() : "";
    const edit: ActionEdit = {
      ...(now.offered !== before.offered && { offered: now.offered }),
      ...(now.retryClass !== before.retryClass && { retry_class: now.retryClass as "pure" | "idempotent" | "blind" }),
      ...(header !== before.header && { idempotency_header: header }),
    };
    if (Object.keys(edit).length > 0) edits[nameOf(action)] = edit;
  }
  return edits;
}
