import { HttpResponse, http } from "msw";
import { describe, expect, test } from "vitest";
import { answer, createClient, isProblem } from "../src/index.js";
import { api, HASTY, server, serving, URL } from "./server.js";

serving();

const RUN = { id: "run_1", state: "QUEUED" };

/** Answers one after the other; the last one for ever. Keeps what was sent. */
function answering(method: "get" | "post" | "put" | "patch" | "delete", path: string, ...answers: (() => Response)[]) {
  const sent: { headers: Headers; body: string }[] = [];
  server.use(
    http[method](`${URL}${path}`, async ({ request }) => {
      sent.push({ headers: request.headers, body: await request.text() });
      const next = answers[Math.min(sent.length, answers.length) - 1];
      if (!next) throw new Error("no answer was given");
      return next();
    }),
  );
  return sent;
}

const ok = () => HttpResponse.json(RUN);
const broken = () => new HttpResponse("<h1>Bad gateway</h1>", { status: 502 });
const problem =
  (status: number, code: string, headers: Record<string, string> = {}) =>
  () =>
    HttpResponse.json({ code, title: "No", detail: "Not so.", errors: [], trace_id: "t" }, { status, headers });

const start = () => answer(api.POST("/api/v1/runs", { body: { workflow: "demo/hello" } }));
const get = () => answer(api.GET("/api/v1/runs/{id}", { params: { path: { id: "run_1" } } }));

describe("what goes along with a request", () => {
  test("a question carries the key and no idempotency key", async () => {
    const sent = answering("get", "/api/v1/runs/run_1", ok);
    await get();
    expect(sent[0]?.headers.get("Authorization")).toBe("Bearer gk_lab_1");
    expect(sent[0]?.headers.has("Idempotency-Key")).toBe(false);
    expect(sent[0]?.headers.has("Ganglion-Tenant")).toBe(false);
  });

  test("each POST has an idempotency key of its own, or the caller's", async () => {
    const sent = answering("post", "/api/v1/runs", ok);
    await start();
    await start();
    await answer(api.POST("/api/v1/runs", { body: {}, params: { header: { "Idempotency-Key": "mine" } } }));
    const keys = sent.map(({ headers }) => headers.get("Idempotency-Key"));
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(keys[1]).not.toBe(keys[0]);
    expect(keys[2]).toBe("mine");
  });

  test("a tenant and headers of changes, where they are given", async () => {
    const person = createClient({
      url: URL,
      tenant: () => "ten_2",
      changeHeaders: () => ({ "X-CSRF-Token": "secret" }),
    });
    const read = answering("get", "/api/v1/runs/run_1", ok);
    const changed = answering("post", "/api/v1/runs", ok);
    await answer(person.GET("/api/v1/runs/{id}", { params: { path: { id: "run_1" } } }));
    await answer(person.POST("/api/v1/runs", { body: {} }));
    expect(read[0]?.headers.get("Ganglion-Tenant")).toBe("ten_2");
    expect(read[0]?.headers.has("X-CSRF-Token")).toBe(false);
    expect(read[0]?.headers.has("Authorization")).toBe(false);
    expect(changed[0]?.headers.get("X-CSRF-Token")).toBe("secret");
  });
});

describe("a request is sent again", () => {
  test("a POST under one idempotency key, after lost answers and a 5xx", async () => {
    const sent = answering("post", "/api/v1/runs", HttpResponse.error, broken, HttpResponse.error, ok);
    expect(await start()).toEqual(RUN);
    expect(sent).toHaveLength(4);
    expect(new Set(sent.map(({ headers }) => headers.get("Idempotency-Key"))).size).toBe(1);
    expect(new Set(sent.map(({ body }) => body))).toEqual(new Set(['{"workflow":"demo/hello"}']));
  });

  test("while its own first try still runs", async () => {
    const sent = answering("post", "/api/v1/runs", problem(409, "idempotency_running"), ok);
    expect(await start()).toEqual(RUN);
    expect(sent).toHaveLength(2);
  });

  test("after a 429, not before its Retry-After", async () => {
    const sent = answering("patch", "/api/v1/tenant", problem(429, "rate_limited", { "Retry-After": "1" }), () =>
      HttpResponse.json({ id: "ten_1" }),
    );
    const began = performance.now();
    await answer(api.PATCH("/api/v1/tenant", { body: { name: "New" } }));
    expect(performance.now() - began).toBeGreaterThan(950);
    expect(sent).toHaveLength(2);
  });

  test("when its answer doesn't begin in time", async () => {
    const impatient = createClient({ url: URL, retry: { ...HASTY, timeoutMs: 50 } });
    let asked = 0;
    server.use(
      http.get(`${URL}/api/v1/runs/run_1`, async () => {
        if (++asked === 1) await new Promise((resolve) => setTimeout(resolve, 500));
        return ok();
      }),
    );
    await answer(impatient.GET("/api/v1/runs/{id}", { params: { path: { id: "run_1" } } }));
    expect(asked).toBe(2);
  });
});

describe("a request is not sent again", () => {
  test("when all tries are used up", async () => {
    const sent = answering("get", "/api/v1/runs/run_1", HttpResponse.error);
    await expect(get()).rejects.toMatchObject({ code: "unreachable", status: 0 });
    expect(sent).toHaveLength(HASTY.attempts);
  });

  test("when the server asks for more patience than there is", async () => {
    const sent = answering("get", "/api/v1/runs/run_1", problem(429, "rate_limited", { "Retry-After": "3600" }));
    await expect(get()).rejects.toMatchObject({ code: "rate_limited", status: 429 });
    expect(sent).toHaveLength(1);
  });

  test("when it was refused", async () => {
    const sent = answering("get", "/api/v1/runs/run_1", problem(404, "not_found"));
    await expect(get()).rejects.toMatchObject({ code: "not_found", title: "No", detail: "Not so.", traceId: "t" });
    expect(sent).toHaveLength(1);
  });

  test("when a second try could do or undo something: PATCH, DELETE, PUT with If-Match", async () => {
    const patched = answering("patch", "/api/v1/tenant", broken);
    await expect(answer(api.PATCH("/api/v1/tenant", { body: { name: "New" } }))).rejects.toMatchObject({ status: 502 });
    const deleted = answering("delete", "/api/v1/agents/agt_1", HttpResponse.error);
    const gone = answer(api.DELETE("/api/v1/agents/{id}", { params: { path: { id: "agt_1" } } }));
    await expect(gone).rejects.toMatchObject({ code: "unreachable" });
    const put = answering("put", "/api/v1/agents/agt_1/state/note", broken);
    const params = { path: { id: "agt_1", key: "note" }, header: { "If-Match": '"7"' } };
    await expect(
      answer(api.PUT("/api/v1/agents/{id}/state/{key}", { params, body: 1 as never })),
    ).rejects.toMatchObject({ status: 502 });
    expect([patched.length, deleted.length, put.length]).toEqual([1, 1, 1]);
  });

  test("when its caller gives up", async () => {
    const sent = answering("get", "/api/v1/runs/run_1", problem(429, "rate_limited", { "Retry-After": "1" }));
    const call = answer(
      api.GET("/api/v1/runs/{id}", { params: { path: { id: "run_1" } }, signal: AbortSignal.timeout(100) }),
    );
    await expect(call).rejects.toThrow();
    expect(sent).toHaveLength(1);
  });
});

describe("a POST that its caller repeats", () => {
  const people = () => createClient({ url: URL, retry: { attempts: 1 }, keepUnansweredKeys: true });

  test("goes under the key of the one whose fate nobody knows", async () => {
    const person = people();
    const sent = answering("post", "/api/v1/runs", HttpResponse.error, broken, ok);
    const press = () => answer(person.POST("/api/v1/runs", { body: { workflow: "demo/hello" } }));
    await expect(press()).rejects.toMatchObject({ code: "unreachable" });
    await expect(press()).rejects.toMatchObject({ status: 502 });
    await press();
    await press();
    const keys = sent.map(({ headers }) => headers.get("Idempotency-Key"));
    expect(new Set(keys.slice(0, 3)).size).toBe(1);
    expect(keys[3]).not.toBe(keys[0]);
  });

  test("has a new key for a program, which may mean a new thing", async () => {
    const program = createClient({ url: URL, retry: { attempts: 1 } });
    const sent = answering("post", "/api/v1/runs", HttpResponse.error, ok);
    const call = () => answer(program.POST("/api/v1/runs", { body: {} }));
    await expect(call()).rejects.toMatchObject({ code: "unreachable" });
    await call();
    expect(sent[0]?.headers.get("Idempotency-Key")).not.toBe(sent[1]?.headers.get("Idempotency-Key"));
  });
});

test("a refusal by something that is not ours still has words", async () => {
  const once = createClient({ url: URL, retry: { attempts: 1 } });
  answering("get", "/api/v1/runs/run_1", broken);
  const refused = await answer(once.GET("/api/v1/runs/{id}", { params: { path: { id: "run_1" } } })).catch((it) => it);
  expect(isProblem(refused)).toBe(true);
  expect(refused).toMatchObject({ status: 502, code: "unknown", title: "Something went wrong" });
});

test("a refusal names the fields of a form", async () => {
  answering("post", "/api/v1/runs", () =>
    HttpResponse.json(
      { code: "invalid_request", title: "No", detail: "No.", errors: [{ pointer: "/input/a", detail: "too long" }] },
      { status: 400 },
    ),
  );
  const refused = await start().catch((it) => it);
  expect(refused.fields()).toEqual({ input: "too long" });
});
