import { HttpResponse, http } from "msw";
import { expect, test } from "vitest";
import { each } from "../src/index.js";
import { api, server, serving, URL } from "./server.js";

serving();

function list(pages: Record<string, { data: { id: string }[]; next_cursor: string | null }>) {
  const asked: string[] = [];
  server.use(
    http.get(`${URL}/api/v1/runs`, ({ request }) => {
      const cursor = new globalThis.URL(request.url).searchParams.get("cursor") ?? "";
      asked.push(cursor);
      const page = pages[cursor];
      return page ? HttpResponse.json(page) : HttpResponse.json({ code: "invalid_request" }, { status: 400 });
    }),
  );
  return asked;
}

const runs = () => each((from) => api.GET("/api/v1/runs", { params: { query: { limit: 2, ...from } } }));

test("all pages are read, one after the other", async () => {
  list({
    "": { data: [{ id: "run_3" }, { id: "run_2" }], next_cursor: "b" },
    b: { data: [], next_cursor: "c" },
    c: { data: [{ id: "run_1" }], next_cursor: null },
  });
  const ids = [];
  for await (const run of runs()) ids.push(run.id);
  expect(ids).toEqual(["run_3", "run_2", "run_1"]);
});

test("a page that nobody reads is not asked for", async () => {
  const asked = list({ "": { data: [{ id: "run_2" }, { id: "run_1" }], next_cursor: "b" } });
  for await (const run of runs()) if (run.id === "run_1") break;
  expect(asked).toEqual([""]);
});

test("a page that is refused ends it with its problem", async () => {
  list({ "": { data: [{ id: "run_1" }], next_cursor: "forged" } });
  const ids: string[] = [];
  const reading = (async () => {
    for await (const run of runs()) ids.push(run.id);
  })();
  await expect(reading).rejects.toMatchObject({ status: 400, code: "invalid_request" });
  expect(ids).toEqual(["run_1"]);
});
