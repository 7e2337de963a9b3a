import { sleep } from "../brief.mjs";

const AGAIN_MS = 250;

/** One call of the public API; tried again while the server is away. */
export async function api(method, path, body, headers = {}) {
  for (;;) {
    const answer = await fetch(`${process.env.GANGLION_URL}/api/v1${path}`, {
      method,
      headers: { Authorization: `Bearer ${process.env.GANGLION_KEY}`, "Content-Type": "application/json", ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(10_000),
    }).catch(() => undefined);
    if (answer?.ok) return answer.json();
    if (answer && answer.status < 500 && answer.status !== 429 && answer.status !== 409) {
      throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    }
    await sleep(AGAIN_MS);
  }
}
