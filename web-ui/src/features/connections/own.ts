import { isObject } from "../../lib/schema";
import type { Action, ActionEdit, Changes, Connector, ConnectorEdit, NewConnector, Rereading } from "./api";

/** Where a connector's description comes from. */
export type Origin = "document" | "url" | "mcp";
export type Written = { origin: Origin; name: string; document: string; url: string; token: string; baseUrl: string };
/** What takes an action back: another one, and where in what landed its arguments are, by JSON pointers. */
export type Undo = { undoClass: "reversible" | "compensable"; action: string; from: Record<string, string> };
/** What somebody says of an action. */
export type Said = { offered: boolean; retryClass: Action["retry_class"]; header: string; undo: Undo | null };

/** What may follow when an answer is lost. */
export const CLASSES = [
  { value: "pure", label: "is asked again: it only reads" },
  { value: "idempotent", label: "is sent again: twice is once" },
  { value: "blind", label: "is never sent again" },
];

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
  undo:
    action.undo_action && action.undo_class !== "irreversible"
      ? { undoClass: action.undo_class, action: action.undo_action, from: action.own?.undo_arguments ?? {} }
      : null,
});

/** An argument of an action. */
export type Argument = { name: string; needed: boolean };

export function argumentsOf({ input }: Action): Argument[] {
  if (!isObject(input) || !isObject(input.properties)) return [];
  const needed = Array.isArray(input.required) ? input.required : [];
  return Object.keys(input.properties).map((name) => ({ name, needed: needed.includes(name) }));
}

/** What may take an action back: another one that can be called. */
export const undoersOf = ({ actions }: Connector, action: Action): Action[] =>
  actions.filter((one) => one.function !== action.function && one.own?.offered && !one.own.missing);

/** What may tell whose credentials there are: an action that reads, without arguments. */
export const tellersOf = ({ actions }: Connector): Action[] =>
  actions.filter(
    (one) => one.retry_class === "pure" && one.own?.offered && !argumentsOf(one).some(({ needed }) => needed),
  );

const POINTER = /^\/(input|output|reference)(\/|$)/;

/** What is wrong with an undo, by its arguments; empty: nothing that a form could see. */
export function wrongUndo(undo: Undo | null, connector: Connector): Record<string, string> {
  const by = connector.actions.find((one) => nameOf(one) === undo?.action);
  if (!undo || !by) return {};
  return Object.fromEntries(
    argumentsOf(by)
      .filter(({ name, needed }) => (needed || undo.from[name]) && !POINTER.test(undo.from[name] ?? ""))
      .map(({ name }) => [name, "Where in /input, /output or /reference it is, e.g. /output/id"]),
  );
}

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
      ...(!alike(now.undo, before.undo) && { undo: undoEdit(now.undo) }),
    };
    if (Object.keys(edit).length > 0) edits[nameOf(action)] = edit;
  }
  return edits;
}

const undoEdit = (undo: Undo | null): NonNullable<ActionEdit["undo"]> =>
  undo
    ? { undo_class: undo.undoClass, action: undo.action, arguments: written(undo.from) }
    : { undo_class: "irreversible" };

/** Without the arguments that were left out. */
const written = (from: Record<string, string>) => Object.fromEntries(Object.entries(from).filter(([, path]) => path));

function alike(one: Undo | null, other: Undo | null): boolean {
  if (!one || !other) return one === other;
  const [a, b] = [written(one.from), written(other.from)];
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return (
    one.action === other.action && one.undoClass === other.undoClass && [...names].every((name) => a[name] === b[name])
  );
}

/** What a connector was made of, for people. */
export const KIND = { openapi: "OpenAPI", mcp: "MCP server" } as const;

/** What is said of a connector as a whole; `teller` is empty where nothing tells accounts apart. */
export type Told = { title: string; baseUrl: string; teller: string; pointer: string };

export function wrongTold({ title, baseUrl, teller, pointer }: Told): Record<string, string> {
  return {
    ...(!title.trim() && { title: "A title" }),
    ...(!ADDRESS.test(baseUrl.trim()) && { baseUrl: "An address that begins with https://" }),
    ...(teller && !pointer.startsWith("/") && { pointer: "A JSON pointer, e.g. /id" }),
  };
}

/** What differs from what there is. */
export function connectorEditOf(one: Connector, { title, baseUrl, teller, pointer }: Told): ConnectorEdit {
  const told = one.identity ?? { action: "", pointer: "" };
  const same = teller === told.action && (teller === "" || pointer.trim() === told.pointer);
  return {
    ...(title.trim() !== one.title && { title: title.trim() }),
    ...(baseUrl.trim() !== one.base_url && { base_url: baseUrl.trim() }),
    ...(!same && { identity: { action: teller, ...(teller && { pointer: pointer.trim() }) } }),
  };
}

/** Where a description is read anew. */
export type Source = {
  place: "url" | "document" | "mcp";
  url: string;
  document: string;
  connection: string;
  token: string;
};

export function wrongSource({ place, url, document }: Source): Record<string, string> {
  return {
    ...(place === "url" && !ADDRESS.test(url.trim()) && { url: "An address that begins with https://" }),
    ...(place === "document" && !document.trim() && { document: "Paste the document" }),
  };
}

export function rereadingOf({ place, url, document, connection, token }: Source): Rereading {
  if (place === "url") return { url: url.trim() };
  if (place === "document") return { document };
  if (connection) return { connection };
  return token ? { credentials: { token } } : {};
}

/** Whether a newer description says anything that has to be taken over. */
export const anyChange = ({ added, changed, removed, credentials }: Changes): boolean =>
  credentials || added.length + changed.length + removed.length > 0;
