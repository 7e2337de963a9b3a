import { createParser, type EventSourceMessage } from "eventsource-parser";
import { type Api, answer } from "./client.js";
import { isProblem } from "./problem.js";
import { backoff, PATIENT, pause, type RetryPolicy } from "./retry.js";

/** A lifecycle event of a run: a CloudEvent, and its place in the stream. */
export type RunEvent = {
  /** Its place: hand it over as `after` to go on behind it, in this process or another. */
  id: string;
  /** e.g. `io.serverlessworkflow.task.completed.v1` */
  type: string;
  /** The CloudEvent. */
  event: { id: string; time?: string; subject?: string; data?: unknown; [attribute: string]: unknown };
};

/** Something that happened in the tenant, and its place in the stream. */
export type TenantEvent = {
  /** Its place: hand it over as `after` to go on behind it, in this process or another. */
  id: string;
  /** e.g. `run.succeeded`; `GET /api/v1/event-types` lists them. */
  type: string;
  /** As a webhook has it. */
  body: { type: string; timestamp: string; data: Record<string, unknown> };
};

export type FollowOptions = {
  /** The id of the last event that was seen; left out: from the run's beginning. */
  after?: string;
  signal?: AbortSignal;
  /** How patiently a stream that breaks is opened again; its attempts count from the last event. */
  retry?: Partial<RetryPolicy>;
};

export type ListenOptions = Omit<FollowOptions, "after"> & {
  /** The id of the last event that was seen; left out: what happens from now on. */
  after?: string;
  /** Names of event types; left out: all. */
  types?: string[];
};

/**
 * A run's lifecycle events as they happen, to the run's end. A stream that breaks is opened again behind the last event
 * that came, so none is missed and none comes twice.
 *
 * @throws ApiProblem if it is refused, or can't be opened again
 */
export async function* follow(
  api: Api,
  run: string,
  options: FollowOptions = {},
): AsyncGenerator<RunEvent, void, undefined> {
  const opened = (place: Place) =>
    api.GET("/api/v1/runs/{id}/events", {
      params: { path: { id: run }, ...(place.after !== undefined && { header: { "Last-Event-ID": place.after } }) },
      ...streamed(options.signal),
    });
  for await (const { id = "", event = "", data } of resuming(
    opened,
    () => hasEnded(api, run, options.signal),
    options,
  )) {
    yield { id, type: event, event: JSON.parse(data) };
  }
}

/**
 * What happens in the tenant, as it happens, until the signal aborts: each event once and in order. A stream that breaks is
 * opened again where it was, so none is missed.
 *
 * @throws ApiProblem if it is refused, or can't be opened again
 */
export async function* listen(
  api: Api,
  { types, ...options }: ListenOptions = {},
): AsyncGenerator<TenantEvent, void, undefined> {
  const opened = (place: Place) =>
    api.GET("/api/v1/events/stream", {
      params: {
        ...(types && { query: { types: types.join(",") } }),
        ...(place.after !== undefined && { header: { "Last-Event-ID": place.after } }),
      },
      ...streamed(options.signal),
    });
  for await (const { id = "", event = "", data } of resuming(opened, async () => false, options)) {
    yield { id, type: event, body: JSON.parse(data) };
  }
}

/** Up to where a stream has come. */
type Place = { after: string | undefined };

const streamed = (signal?: AbortSignal) => ({
  headers: { Accept: "text/event-stream" },
  parseAs: "stream" as const,
  ...(signal && { signal }),
});

async function* resuming(
  opened: (place: Place) => Promise<{ data?: unknown; error?: unknown; response: Response }>,
  isOver: () => Promise<boolean>,
  options: FollowOptions,
): AsyncGenerator<EventSourceMessage, void, undefined> {
  const policy = { ...PATIENT, ...options.retry };
  const place: Place = { after: options.after };
  let failed = 0;
  for (;;) {
    const over = await isOver(); // asked first: what the stream then gives is all there is
    let came = 0;
    try {
      const body = (await answer(opened(place))) as ReadableStream<Uint8Array> | undefined;
      if (body) {
        for await (const message of messages(body, place)) {
          came++;
          failed = 0;
          yield message;
        }
      }
      if (over) return;
    } catch (broken) {
      const lasting = isProblem(broken) && broken.status > 0 && broken.status < 500 && broken.status !== 429;
      if (options.signal?.aborted || lasting || ++failed >= policy.attempts) throw broken;
    }
    if (came === 0) await pause(backoff(Math.max(1, failed), policy), options.signal);
  }
}

async function hasEnded(api: Api, run: string, signal?: AbortSignal): Promise<boolean> {
  const call = api.GET("/api/v1/runs/{id}", { params: { path: { id: run } }, ...(signal && { signal }) });
  return (await answer(call)).ended_at !== null;
}

/** The place moves with what is read, also over events that were not for this reader: comments tell it. */
async function* messages(body: ReadableStream<Uint8Array>, place: Place): AsyncGenerator<EventSourceMessage> {
  const waiting: EventSourceMessage[] = [];
  const parser = createParser({
    onEvent: (message) => waiting.push(message),
    onComment: (comment) => {
      const at = /^\s*at (\d+(?:\.\d+)?)$/.exec(comment)?.[1];
      if (at !== undefined && waiting.length === 0) place.after = at;
    },
  });
  const decoder = new TextDecoder();
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      parser.feed(decoder.decode(value, { stream: true }));
      while (waiting.length > 0) {
        const message = waiting.shift() as EventSourceMessage;
        place.after = message.id ?? place.after;
        yield message;
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined); // it may be broken already
  }
}
