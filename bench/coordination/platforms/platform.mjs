import { createServer } from "node:http";
import { KINDS } from "./kinds.mjs";

const BODY_LIMIT_BYTES = 64 * 1024;
const HANG_LIMIT_MS = 60_000;

/** One platform on a loopback port of its own. It does what its kind does, except where the programme says otherwise. */
export class Platform {
  #name;
  #programme;
  #ledger;
  #victim;
  #handle;
  #refuses;
  #writes = 0;
  #pausedUntil = 0;
  #server = createServer((request, response) => this.#serve(request, response));
  #late = new Set();

  /**
   * @param victim asked at each write whether the driver dies there: {moment(): "before" | "after" | undefined, die()}
   * @param refuses whether it refuses all that it is asked to do
   */
  constructor({ name, programme, ledger, victim, refuses }) {
    this.#name = name;
    this.#programme = programme;
    this.#ledger = ledger;
    this.#victim = victim;
    this.#refuses = refuses;
    this.#handle = KINDS[name]((event, ref, id) => ledger.append({ platform: name, event, ref, id }));
  }

  async start(port = 0) {
    await new Promise((done, failed) => this.#server.once("error", failed).listen(port, "127.0.0.1", done));
    return `http://127.0.0.1:${this.#server.address().port}`;
  }

  /** Waits until what is late has landed, then closes. */
  async close() {
    await Promise.all(this.#late);
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  async #serve(request, response) {
    const url = new URL(request.url, "http://platform");
    const body = await read(request);
    if (body === undefined) return send(response, { status: 400, body: { error: "send JSON of at most 64 KiB" } });
    const act = this.#handle({
      method: request.method,
      path: url.pathname,
      query: url.searchParams,
      headers: request.headers,
      body,
    });
    if (!act) return send(response, { status: 404, body: { error: "there is no such resource" } });
    if (act.read) return send(response, act.read());
    this.#write(act, response);
  }

  #write(act, response) {
    const left = this.#pausedUntil - Date.now();
    if (left > 0) return this.#limit(response, Math.ceil(left / 1000), { paused: true });
    if (act.busy) {
      this.#note({ busy: true });
      return send(response, act.busy);
    }
    const ordinal = ++this.#writes;
    if (this.#refuses && !act.undoing) {
      this.#note({ ordinal, refused: true });
      return send(response, { status: 422, body: { error: "refused" } });
    }
    const moment = this.#victim?.moment();
    const fault = moment ? `kill_${moment}` : this.#programme.fault(this.#name, ordinal);
    this.#note({ ordinal, fault });
    const land = () => act.write(this.#programme.lagMs(this.#name, ordinal));
    switch (fault) {
      case undefined:
        return send(response, land());
      case "reset_before":
        return reset(response);
      case "error_before":
        return send(response, { status: 503, body: { error: "unavailable" } });
      case "reset_after":
        land();
        return reset(response);
      case "error_after":
        land();
        return send(response, { status: 500, body: { error: "internal error" } });
      case "kill_before":
      case "kill_after":
        if (moment === "after") land();
        this.#ledger.append({ platform: this.#name, event: "kill", moment });
        this.#victim.die();
        return reset(response);
      case "late":
        return this.#landLate(act, land, ordinal, response);
      case "limit": {
        const seconds = this.#programme.pauseSeconds(this.#name, ordinal);
        this.#pausedUntil = Date.now() + seconds * 1000;
        return this.#limit(response, seconds, { ordinal });
      }
    }
  }

  #landLate(act, land, ordinal, response) {
    act.accept?.();
    const landing = new Promise((done) => setTimeout(done, this.#programme.lateMs(this.#name, ordinal))).then(land);
    this.#late.add(landing);
    setTimeout(() => reset(response), HANG_LIMIT_MS).unref();
  }

  #limit(response, seconds, more) {
    if (more.paused) this.#note(more);
    send(response, { status: 429, body: { error: "too many requests" } }, { "Retry-After": seconds });
  }

  #note(more) {
    this.#ledger.append({ platform: this.#name, event: "request", ...more });
  }
}

const reset = (response) => response.socket?.resetAndDestroy();

function send(response, { status, body }, headers = {}) {
  response.writeHead(status, { "Content-Type": "application/json", ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

/** The body as JSON, null for none; undefined where it is no JSON or too long. */
async function read(request) {
  const parts = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    if (size > BODY_LIMIT_BYTES) return undefined;
    parts.push(part);
  }
  try {
    return size === 0 ? null : JSON.parse(Buffer.concat(parts).toString("utf8"));
  } catch {
    return undefined;
  }
}
