import { brief, sleep } from "./brief.mjs";

const TIMEOUT_MS = 10_000;
const UNPROVEN = [408, 409, 425];

/** The platform refused for good: trying again changes nothing. */
export class Refused extends Error {}

/** Nothing was done since too many requests came in; `afterMs` is what the platform wants waited. */
export class Limited extends Error {
  constructor(afterMs) {
    super("429");
    this.afterMs = afterMs;
  }
}

/** It failed, and may have been done. */
export class Unknown extends Error {}

async function call({ method, url, body }, headers = {}) {
  let answer;
  let text;
  try {
    answer = await fetch(url, {
      method,
      headers: body === undefined ? headers : { "Content-Type": "application/json", ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    text = await answer.text();
  } catch (e) {
    throw new Unknown(`no answer: ${e.message}`);
  }
  if (answer.status === 429) throw new Limited(Number(answer.headers.get("retry-after") ?? 1) * 1000);
  return { status: answer.status, body: text ? JSON.parse(text) : null };
}

function judged(status) {
  if (status < 300) return;
  if (status < 500 && !UNPROVEN.includes(status)) throw new Refused(`${status}`);
  throw new Unknown(`${status}`);
}

/** Makes the act once, with the platform's idempotency key where it takes one. Gives its id. */
export async function send(act) {
  const { status, body } = await call(act.send, act.key_header ? { [act.key_header]: act.ref } : {});
  judged(status);
  return body.id ?? null;
}

/** The id of what landed, or null; only where the platform can be asked. */
export async function find(act) {
  const { status, body } = await call(act.find);
  if (status === 404) return null;
  judged(status);
  return body.items ? (body.items[0]?.id ?? null) : act.ref;
}

/** Takes back what landed. That it is gone already is as good. */
export async function undo(act, id) {
  const { status } = await call({ ...act.undo, url: act.undo.url.replace("{id}", encodeURIComponent(id)) });
  if (status !== 404) judged(status);
}

/** Whether an act may simply be sent again. */
export const repeatable = (act) => act.key_header !== null || act.send.method === "PUT";

/** Waits until a search shows whatever may have landed before. */
export const settled = () => sleep(brief.settle_ms + brief.search_lag_ms);
