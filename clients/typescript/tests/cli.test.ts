import { chmod, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { HttpResponse, http } from "msw";
import { describe, expect, test } from "vitest";
import { server, serving, URL } from "./server.js";
import { Person } from "./terminal.js";

serving();

const LOGGED_IN = { GANGLION_URL: URL, GANGLION_KEY: "gk_lab_1" };
const RUN = {
  id: "run_1",
  state: "WAITING",
  workflow: "wfl_1",
  version: "1.0.0",
  agent: null,
  created_at: new Date(Date.now() - 5.5 * 86_400_000).toISOString(),
  started_at: null,
  ended_at: null,
  coherent: false,
  depth_peak: 0,
  input: {},
  output: null,
  error: null,
  waiting_for: { reason: "capacity", detail: "capacity 20/20\u001b[2J" },
};

const get = (path: string, body: object) => server.use(http.get(`${URL}/api/v1${path}`, () => HttpResponse.json(body)));
const post = (path: string, body: object, status = 200) => {
  const sent: { body: string; type: string | null }[] = [];
  server.use(
    http.post(`${URL}/api/v1${path}`, async ({ request }) => {
      sent.push({ body: await request.text(), type: request.headers.get("Content-Type") });
      return HttpResponse.json(body, { status });
    }),
  );
  return sent;
};
const refusal = (code: string, more: object = {}) => ({ code, title: "No", detail: "Not so.", errors: [], ...more });

describe("login", () => {
  const local = "http://127.0.0.1:7600";

  test("keeps a key that works where nobody else can read it", async () => {
    server.use(http.get(`${local}/api/v1/me`, () => HttpResponse.json({ tenant: "ten_1", tenant_name: "Acme" })));
    const person = new Person();
    person.typed = "gk_lab_1";
    expect(await person.runs("login", "--url", `${local}/`)).toBe(0);
    expect(person.out.join()).toContain("Acme");
    const file = join(person.home, "ganglion/credentials.json");
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(join(person.home, "ganglion"))).mode & 0o777).toBe(0o700);
    expect(JSON.parse(await readFile(file, "utf8"))).toEqual({ url: local, key: "gk_lab_1" });

    server.use(http.get(`${local}/api/v1/runs`, () => HttpResponse.json({ data: [], next_cursor: null })));
    expect(await person.runs("runs")).toBe(0);
    expect(person.out).toEqual(["There are no runs. Start one: ganglion runs start WORKFLOW"]);
  });

  test("keeps nothing that is refused", async () => {
    server.use(http.get(`${local}/api/v1/me`, () => HttpResponse.json(refusal("unauthenticated"), { status: 401 })));
    const person = new Person();
    person.typed = "wrong";
    expect(await person.runs("login", "--url", local)).toBe(1);
    await expect(stat(join(person.home, "ganglion"))).rejects.toThrow();
    expect(await person.runs("runs")).toBe(1);
    expect(person.err).toEqual(["You have not logged in. Run: ganglion login"]);
  });

  test("sends no key over plain http to another machine", async () => {
    const person = new Person();
    person.typed = "gk_lab_1";
    expect(await person.runs("login", "--url", "http://ganglion.example.com")).toBe(2);
  });

  test("a file that others can read is not used", async () => {
    server.use(http.get(`${local}/api/v1/me`, () => HttpResponse.json({ tenant: "ten_1" })));
    const person = new Person();
    person.typed = "gk_lab_1";
    await person.runs("login", "--url", local);
    await chmod(join(person.home, "ganglion/credentials.json"), 0o644);
    expect(await person.runs("runs")).toBe(1);
    expect(person.err.join()).toContain("can be read by others");
  });
});

describe("runs", () => {
  test("are listed in columns, with what they wait for, and nothing that steers the terminal", async () => {
    get("/runs", { data: [RUN, { ...RUN, id: "run_22", state: "SUCCEEDED", waiting_for: null }], next_cursor: null });
    const person = new Person(LOGGED_IN);
    expect(await person.runs("runs")).toBe(0);
    expect(person.out).toEqual([
      "RUN     STATE      MADE     WORKFLOW  WAITS FOR",
      "run_1   WAITING    5 d ago  wfl_1     capacity: capacity 20/20 [2J",
      "run_22  SUCCEEDED  5 d ago  wfl_1",
    ]);
  });

  test("are listed page by page up to the limit, for programs as JSON lines", async () => {
    const page = { data: [RUN, RUN], next_cursor: "next" };
    get("/runs", page);
    const person = new Person(LOGGED_IN);
    expect(await person.runs("runs", "list", "--limit", "3", "--json")).toBe(0);
    expect(person.out.map((line) => JSON.parse(line).id)).toEqual(["run_1", "run_1", "run_1"]);
  });

  test("are started with an input and an agent, and the id is all that is printed", async () => {
    const sent = post("/runs", RUN, 202);
    const person = new Person(LOGGED_IN);
    expect(await person.runs("runs", "start", "demo/hello", "--agent", "agt_1", "--input", '{"a":1}')).toBe(0);
    expect(person.out).toEqual(["run_1"]);
    expect(JSON.parse(sent[0]?.body ?? "")).toEqual({ workflow: "demo/hello", agent: "agt_1", input: { a: 1 } });
  });

  test("are cancelled, with what was under way", async () => {
    post("/runs/run_1/cancel", { run: { ...RUN, state: "CANCELLED" }, in_flight: ["eff_1"] });
    const person = new Person(LOGGED_IN);
    expect(await person.runs("runs", "cancel", "run_1")).toBe(0);
    expect(person.out).toEqual(["run_1 CANCELLED: nothing new is sent for it", "  under way: eff_1"]);
  });

  test("a refusal is told in its own words, to people", async () => {
    server.use(
      http.get(`${URL}/api/v1/runs/run_9`, () =>
        HttpResponse.json(refusal("not_found", { title: "Not found", detail: "There is no such run." }), {
          status: 404,
        }),
      ),
    );
    const person = new Person(LOGGED_IN);
    expect(await person.runs("runs", "get", "run_9")).toBe(1);
    expect(person.err).toEqual(["Not found: There is no such run."]);
    expect(person.out).toEqual([]);
  });
});

describe("logs", () => {
  const events = [
    ["task.completed", { task: "/do/0/post" }],
    ["task.faulted", { task: "/do/1/pay", error: { title: "refused", detail: "no money" } }],
  ].map(
    ([type, data], at) =>
      `id: ${at}.0\nevent: io.serverlessworkflow.${type}.v1\ndata: ${JSON.stringify({ id: `${at}.0`, time: "2026-11-29T10:00:00.123Z", data })}\n\n`,
  );

  test("tell what happens to the end; a failed run is exit code 1", async () => {
    get("/runs/run_1", { ...RUN, state: "FAILED", ended_at: "2026-11-29T10:00:01.000Z" });
    server.use(
      http.get(
        `${URL}/api/v1/runs/run_1/events`,
        () => new HttpResponse(events.join(""), { headers: { "Content-Type": "text/event-stream" } }),
      ),
    );
    const person = new Person(LOGGED_IN);
    expect(await person.runs("logs", "run_1")).toBe(1);
    expect(person.out).toEqual([
      "10:00:00.123  task completed                /do/0/post",
      "10:00:00.123  task faulted                  /do/1/pay  refused: no money",
      "run_1 FAILED",
    ]);
  });
});

describe("approve", () => {
  const approval = { id: "apr_1", state: "PENDING", title: "May I post?", run: "run_1", asked_at: RUN.created_at };

  test("lists what waits, and how to decide", async () => {
    get("/approvals", { data: [approval], next_cursor: null });
    const person = new Person(LOGGED_IN);
    expect(await person.runs("approve")).toBe(0);
    expect(person.out[1]).toBe("apr_1     5 d ago  May I post?  run_1");
    expect(person.out.at(-1)).toContain("--reject");
  });

  test("says yes or no, with a comment", async () => {
    const yes = post("/approvals/apr_1/approve", { ...approval, state: "APPROVED" });
    const no = post("/approvals/apr_1/reject", { ...approval, state: "REJECTED" });
    const person = new Person(LOGGED_IN);
    expect(await person.runs("approve", "apr_1")).toBe(0);
    expect(person.out).toEqual(["APPROVED: May I post?"]);
    expect(await person.runs("approve", "apr_1", "--reject", "--comment", "too loud")).toBe(0);
    expect(yes[0]?.body).toBe("{}");
    expect(no[0]?.body).toBe('{"comment":"too loud"}');
  });
});

describe("apply", () => {
  async function file(person: Person, name = "flow.yaml") {
    const path = join(person.home, name);
    await writeFile(path, "document: {}\n");
    return path;
  }

  test("sends the document as it is", async () => {
    const stored = { id: "wfl_1", namespace: "demo", name: "hello", version: "1.0.0" };
    const sent = post("/workflows", stored, 201);
    const person = new Person(LOGGED_IN);
    expect(await person.runs("apply", await file(person))).toBe(0);
    expect(person.out).toEqual(["demo/hello:1.0.0 stored (wfl_1)"]);
    expect(sent).toEqual([{ body: "document: {}\n", type: "application/yaml" }]);
  });

  test("names each error by file and line, as compilers do, from top to bottom", async () => {
    const errors = [
      { pointer: "/do/1", detail: "is no task", line: 9 },
      { pointer: "/document", detail: "has no name", line: 1 },
    ];
    post("/workflows/validate", refusal("workflow_invalid", { errors }), 422);
    const person = new Person(LOGGED_IN);
    const path = await file(person);
    expect(await person.runs("apply", path, "--check")).toBe(1);
    expect(person.err).toEqual([`${path}:1: has no name (/document)`, `${path}:9: is no task (/do/1)`]);
  });
});

test("a call that makes no sense says so, and exits with 2", async () => {
  const person = new Person(LOGGED_IN);
  for (const args of [
    ["fly"],
    ["runs", "fly"],
    ["runs", "get"],
    ["logs", "a", "b"],
    ["runs", "--fly"],
    ["constructor"],
  ]) {
    expect(await person.runs(...args), args.join(" ")).toBe(2);
    expect(person.err.join("\n")).toContain("ganglion help");
  }
  expect(await person.runs("help")).toBe(0);
  expect(await person.runs("runs", "--help")).toBe(0);
  expect(await person.runs()).toBe(0);
});

test("states are coloured for people alone", async () => {
  get("/runs", { data: [{ ...RUN, state: "FAILED", waiting_for: null }], next_cursor: null });
  const person = new Person(LOGGED_IN, true);
  await person.runs("runs");
  expect(person.out[1]).toContain("\u001b[31mFAILED\u001b[0m");
});
