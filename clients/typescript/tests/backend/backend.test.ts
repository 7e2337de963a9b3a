// Against the backend that GANGLION_URL and GANGLION_KEY name: `npm run test:backend`.
import { writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Api, ApiProblem, answer, createClient, each, follow } from "../../src/index.js";
import { Person } from "../terminal.js";

const url = process.env.GANGLION_URL?.replace(/\/+$/, "") ?? "";
const key = process.env.GANGLION_KEY ?? "";
const api = createClient({ url, key });
const person = new Person({ GANGLION_URL: url, GANGLION_KEY: key });

/** Hands requests over, and the answers back, but for those that it is told to lose. */
class Network {
  readonly lost = new Map<string, number>();
  private readonly server: Server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { host: _, connection: __, "content-length": ___, ...headers } = request.headers;
    const answered = await fetch(`${url}${request.url}`, {
      method: request.method ?? "GET",
      headers: headers as Record<string, string>,
      ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
    });
    const which = `${request.method} ${request.url?.split("?")[0]}`;
    const left = this.lost.get(which) ?? 0;
    if (left > 0 && !which.endsWith("/events")) {
      this.lost.set(which, left - 1);
      await answered.arrayBuffer(); // it was done; nobody hears of it
      request.socket.destroy();
      return;
    }
    response.writeHead(answered.status, Object.fromEntries(answered.headers));
    let bytes = 0;
    for await (const chunk of answered.body ?? []) {
      response.write(chunk);
      bytes += chunk.length;
      if (left > 0 && bytes > 600) {
        this.lost.set(which, left - 1);
        request.socket.destroy(); // in the middle of what it was telling
        return;
      }
    }
    response.end();
  });

  async start(): Promise<Api> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    const { port } = this.server.address() as AddressInfo;
    return createClient({ url: `http://127.0.0.1:${port}`, key, retry: { firstDelayMs: 20 } });
  }

  stop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}

const network = new Network();
let shaky: Api;

beforeAll(async () => {
  shaky = await network.start();
  const file = join(person.home, "hello.yaml");
  await writeFile(
    file,
    `document: {dsl: '1.0.3', namespace: client, name: hello, version: '1.0.0'}
do:
  - one: {set: {a: 1}}
  - rest: {wait: {milliseconds: 300}}
  - two: {set: {b: 2}}
`,
  );
  expect(await person.runs("apply", file), person.err.join("\n")).toBe(0);
  expect(person.out.join()).toContain("client/hello:1.0.0 stored");
  expect(await person.runs("apply", file)).toBe(0);
  expect(person.out.join()).toContain("was stored before");
});

afterAll(() => network.stop());

const start = (client: Api) => answer(client.POST("/api/v1/runs", { body: { workflow: "client/hello" } }));

async function runs(): Promise<string[]> {
  const ids = [];
  for await (const run of each((from) => api.GET("/api/v1/runs", { params: { query: { limit: 2, ...from } } }))) {
    ids.push(run.id);
  }
  return ids;
}

test("a run whose start was answered three times into the void is one run", async () => {
  const before = await runs();
  network.lost.set("POST /api/v1/runs", 3);
  const run = await start(shaky);
  expect(network.lost.get("POST /api/v1/runs")).toBe(0);
  expect(await runs()).toEqual([run.id, ...before]);
});

test("a list is whole, page by page", async () => {
  const started = [];
  for (let n = 0; n < 5; n++) started.unshift((await start(api)).id);
  const all = await runs();
  expect(all.slice(0, 5)).toEqual(started);
  expect(new Set(all).size).toBe(all.length);
});

test("a stream that breaks again and again misses nothing and tells nothing twice", async () => {
  const run = await start(api);
  const path = `GET /api/v1/runs/${run.id}/events`;
  network.lost.set(path, 4);
  const seen: string[] = [];
  for await (const event of follow(shaky, run.id, { retry: { firstDelayMs: 20 } })) seen.push(event.id);
  expect(network.lost.get(path)).toBeLessThan(4);
  const told = [];
  for await (const event of each((from) =>
    api.GET("/api/v1/runs/{id}/events", { params: { path: { id: run.id }, query: { limit: 100, ...from } } }),
  )) {
    told.push((event as { id: string }).id);
  }
  expect(seen).toEqual(told);
  expect(seen.length).toBeGreaterThan(6);

  // another process goes on from anywhere
  const rest = [];
  for await (const event of follow(api, run.id, { after: seen[2] as string })) rest.push(event.id);
  expect(rest).toEqual(seen.slice(3));
});

test("a refusal is a problem with its code and fields", async () => {
  const refused = await answer(api.POST("/api/v1/runs", { body: { workflow: "client/hello", priority: 99 } })).catch(
    (problem: unknown) => problem,
  );
  expect(refused).toBeInstanceOf(ApiProblem);
  expect(refused).toMatchObject({ status: 400, code: "invalid_request", errors: [{ pointer: "/priority" }] });
  expect((refused as ApiProblem).traceId).toMatch(/^[0-9a-f]{32}$/);
});

test("the command line starts a run, follows it to its end, lists it and shows it", async () => {
  expect(await person.runs("runs", "start", "client/hello", "--input", '{"n":1}', "--follow"), person.err.join()).toBe(
    0,
  );
  const [id = ""] = person.err;
  expect(person.out.join("\n")).toMatch(/task completed +\/do\/0\/one/);
  expect(person.out.at(-1)).toBe(`${id} SUCCEEDED`);
  expect(await person.runs("runs", "--limit", "1")).toBe(0);
  expect(person.out[1]).toContain(id);
  expect(await person.runs("runs", "get", id)).toBe(0);
  expect(person.out).toContain('input      {"n":1}');
});

test("the command line tells what is wrong with a document, line by line", async () => {
  const file = join(person.home, "wrong.yaml");
  await writeFile(
    file,
    "document: {dsl: '1.0.3', namespace: client, name: wrong, version: '1.0.0'}\ndo:\n  - a: {fly: 1}\n",
  );
  expect(await person.runs("apply", file, "--check")).toBe(1);
  expect(person.err[0]).toMatch(new RegExp(`^${file}:3: `));
});

test("the command line lists an approval and decides it", async () => {
  const file = join(person.home, "asks.yaml");
  await writeFile(
    file,
    "document: {dsl: '1.0.3', namespace: client, name: asks, version: '1.0.0'}\ndo:\n  - ask: {call: ganglion.approval, with: {title: 'May I?'}}\n",
  );
  expect(await person.runs("apply", file), person.err.join()).toBe(0);
  expect(await person.runs("runs", "start", "client/asks")).toBe(0);
  const [run = ""] = person.out;
  const asked = async () => {
    await person.runs("approve");
    return person.out.find((line) => line.includes(run));
  };
  await expect.poll(asked, { timeout: 30_000 }).toContain("May I?");
  const approval = person.out.find((line) => line.includes(run))?.split(" ")[0] ?? "";
  expect(await person.runs("approve", approval, "--comment", "yes")).toBe(0);
  expect(person.out).toEqual(["APPROVED: May I?"]);
  expect(await person.runs("logs", run)).toBe(0);
  expect(person.out.at(-1)).toBe(`${run} SUCCEEDED`);
});
