/** How often and how patiently a request is sent again. */
export type RetryPolicy = {
  /** Times a request is sent at most. */
  attempts: number;
  /** Wait before the second try; it doubles from try to try, and half of it is chance. */
  firstDelayMs: number;
  /** No wait is longer; a server that asks for more gets its answer handed to the caller. */
  longestDelayMs: number;
  /** So long one try may take until its answer begins. Longer than the longest `wait` of a session's step. */
  timeoutMs: number;
};

export const PATIENT: RetryPolicy = { attempts: 5, firstDelayMs: 250, longestDelayMs: 30_000, timeoutMs: 90_000 };

/** Once; for callers that try again by themselves. */
export const ONCE: RetryPolicy = { ...PATIENT, attempts: 1 };

const IDEMPOTENCY_KEY = "Idempotency-Key";

/**
 * Whether a request whose fate is not known may be sent again: it changes nothing, or the server knows it by its
 * idempotency key, or it puts the same thing into the same place. With If-Match the second try would fail for the
 * first one's sake.
 */
export function isRepeatable(request: Request): boolean {
  switch (request.method) {
    case "GET":
    case "HEAD":
      return true;
    case "POST":
      return request.headers.has(IDEMPOTENCY_KEY);
    case "PUT":
      return !request.headers.has("If-Match");
    default:
      return false;
  }
}

/** How long to wait before the next try; null: the answer is the caller's. */
export async function delayAfter(
  request: Request,
  response: Response,
  tries: number,
  policy: RetryPolicy,
): Promise<number | null> {
  if (tries >= policy.attempts || !(await mayHelp(request, response))) return null;
  const asked = retryAfterMs(response.headers.get("Retry-After"));
  const wait = Math.max(asked ?? 0, backoff(tries, policy));
  return wait > policy.longestDelayMs ? null : wait;
}

/** Doubles from try to try; half of it is chance, so that callers who failed together don't come back together. */
export function backoff(tries: number, policy: RetryPolicy, chance: () => number = Math.random): number {
  const whole = Math.min(policy.firstDelayMs * 2 ** Math.min(tries - 1, 20), policy.longestDelayMs);
  return whole / 2 + (whole / 2) * chance();
}

async function mayHelp(request: Request, response: Response): Promise<boolean> {
  if (response.status === 429) return true; // nothing was done
  if (response.status >= 500) return isRepeatable(request);
  // the first try of this very request still runs
  return response.status === 409 && isRepeatable(request) && (await code(response)) === "idempotency_running";
}

async function code(response: Response): Promise<unknown> {
  try {
    return ((await response.clone().json()) as { code?: unknown }).code;
  } catch {
    return undefined;
  }
}

/** Retry-After in seconds or as a date; null where there is none. */
export function retryAfterMs(header: string | null, now: number = Date.now()): number | null {
  if (header === null) return null;
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

/** Waits, unless the caller gives up. */
export function pause(ms: number, signal?: AbortSignal | null): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason);
      return;
    }
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, ms);
    signal?.addEventListener("abort", stop, { once: true });
  });
}

type Send = (request: Request) => Promise<Response>;

/** Sends requests again that got no answer, a 5xx or a 429, as long as that can do nothing twice. */
export function retrying(send: Send, policy: RetryPolicy): Send {
  return async (request) => {
    for (let tries = 1; ; tries++) {
      let wait: number | null;
      try {
        const response = await once(send, request.clone(), policy.timeoutMs);
        wait = await delayAfter(request, response, tries, policy);
        if (wait === null) return response;
        response.body?.cancel().catch(() => undefined); // nobody waits for what nobody reads
      } catch (lost) {
        if (request.signal.aborted || tries >= policy.attempts || !isRepeatable(request)) throw lost;
        wait = backoff(tries, policy);
      }
      await pause(wait, request.signal);
    }
  };
}

/** The time is for the answer's beginning: a stream may go on for ever. */
async function once(send: Send, request: Request, timeoutMs: number): Promise<Response> {
  const late = new AbortController();
  const timer = setTimeout(
    () => late.abort(new DOMException(`no answer within ${timeoutMs} ms`, "TimeoutError")),
    timeoutMs,
  );
  try {
    return await send(new Request(request, { signal: AbortSignal.any([request.signal, late.signal]) }));
  } finally {
    clearTimeout(timer);
  }
}
