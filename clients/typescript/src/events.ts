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

export type FollowOptions = {
  /** The id of the last event that was seen; left out: from the run's beginning. */
  after?: string;
  signal?: AbortSignal;
  /** How patiently a stream that breaks is opened again; its attempts count from the last event. */
  retry?: Partial<RetryPolicy>;
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
  const policy = { ...PATIENT, ...options.retry };
  let after = options.after;
  let failed = 0;
  for (;;) {
    const over = await hasEnded(api, run, options.signal); // asked first: what the stream then gives is all there is
    let came = 0;
    try {
      for await (const event of open(api, run, after, options.signal)) {
        came++;
        failed = 0;
        after = event.id;
        yield event;
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

async function* open(api: Api, run: string, after: string | undefined, signal?: AbortSignal): AsyncGenerator<RunEvent> {
  const body = await answer(
    api.GET("/api/v1/runs/{id}/events", {
      params: { path: { id: run }, ...(after !== undefined && { header: { "Last-Event-ID": after } }) },
      headers: { Accept: "text/event-stream" },
      parseAs: "stream",
      ...(signal && { signal }),
    }),
  );
  if (body) for await (const message of messages(body)) yield toEvent(message);
}

async function* messages(body: ReadableStream<Uint8Array>): AsyncGenerator<EventSourceMessage> {
  const waiting: EventSourceMessage[] = [];
  const parser = createParser({ onEvent: (message) => waiting.push(message) });
  const decoder = new TextDecoder();
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      parser.feed(decoder.decode(value, { stream: true }));
      while (waiting.length > 0) yield waiting.shift() as EventSourceMessage;
    }
  } finally {
    await reader.cancel().catch(() => undefined); // it may be broken already
  }
}

function toEvent(message: EventSourceMessage): RunEvent {
  return { id: message.id ?? "", type: message.event ?? "", event: JSON.parse(message.data) };
}
