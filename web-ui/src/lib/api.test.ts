import { ApiProblem } from "@ganglion/client";
import { HttpResponse, http } from "msw";
import { describe, expect, test } from "vitest";
import { server } from "../testing/server";
import { answer, api, chooseTenant, rememberCsrfToken } from "./api";

/** Keeps the headers of what is sent to a path. */
function listen(method: "get" | "post" | "patch", path: string, answers: (() => Response)[] = []) {
  const sent: Headers[] = [];
  server.use(
    http[method](`*${path}`, ({ request }) => {
      sent.push(request.headers);
      return answers[sent.length - 1]?.() ?? HttpResponse.json({ id: "ten_1" });
    }),
  );
  return sent;
}

const create = () => answer(api.POST("/api/v1/tenants", { body: { name: "Acme" } }));

describe("what goes along with a request", () => {
  test("a question carries the tenant and no CSRF token", async () => {
    chooseTenant("ten_2");
    rememberCsrfToken("secret");
    const sent = listen("get", "/api/v1/tenant");
    await answer(api.GET("/api/v1/tenant"));
    expect(sent[0]?.get("Ganglion-Tenant")).toBe("ten_2");
    expect(sent[0]?.has("X-CSRF-Token")).toBe(false);
    expect(sent[0]?.has("Idempotency-Key")).toBe(false);
  });

  test("a change carries the CSRF token, and no tenant where none was chosen", async () => {
    rememberCsrfToken("secret");
    const sent = listen("patch", "/api/v1/tenant");
    await answer(api.PATCH("/api/v1/tenant", { body: { name: "New" } }));
    expect(sent[0]?.get("X-CSRF-Token")).toBe("secret");
    expect(sent[0]?.has("Ganglion-Tenant")).toBe(false);
  });

  test("each POST has an idempotency key of its own", async () => {
    const sent = listen("post", "/api/v1/tenants");
    await create();
    await create();
    expect(sent[0]?.get("Idempotency-Key")).toMatch(/^[0-9a-f]{32}$/);
    expect(sent[1]?.get("Idempotency-Key")).not.toBe(sent[0]?.get("Idempotency-Key"));
  });

  test("a repetition after a lost answer or a 5xx goes under the same key", async () => {
    const sent = listen("post", "/api/v1/tenants", [
      () => HttpResponse.error(),
      () => HttpResponse.json({}, { status: 503 }),
    ]);
    await expect(create()).rejects.toMatchObject({ code: "unreachable" });
    await expect(create()).rejects.toMatchObject({ status: 503 });
    await create();
    const keys = sent.map((headers) => headers.get("Idempotency-Key"));
    expect(new Set(keys).size).toBe(1);
  });
});

test("a chosen tenant is remembered for the next visit", () => {
  chooseTenant("ten_7");
  expect(localStorage.getItem("ganglion.tenant")).toBe("ten_7");
  chooseTenant(null);
  expect(localStorage.getItem("ganglion.tenant")).toBeNull();
});

describe("a refusal", () => {
  test("is a problem with its words and fields", async () => {
    listen("post", "/api/v1/tenants", [
      () =>
        HttpResponse.json(
          {
            title: "Malformed",
            detail: "Mend it.",
            code: "invalid",
            errors: [{ pointer: "/name", detail: "too long" }],
          },
          { status: 400 },
        ),
    ]);
    const problem = await create().catch((thrown: unknown) => thrown);
    expect(problem).toBeInstanceOf(ApiProblem);
    expect(problem).toMatchObject({ status: 400, code: "invalid", title: "Malformed", detail: "Mend it." });
    expect((problem as ApiProblem).fields()).toEqual({ name: "too long" });
  });

  test("by something that is not ours still has words", async () => {
    listen("post", "/api/v1/tenants", [() => new HttpResponse("<h1>Bad gateway</h1>", { status: 502 })]);
    await expect(create()).rejects.toMatchObject({ status: 502, code: "unknown", title: "Something went wrong" });
  });
});
