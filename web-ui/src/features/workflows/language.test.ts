import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { type Knowledge, Language } from "./language";
import { placeAt } from "./place";

const DSL = "../backend/src/main/resources/workflow/workflow-1.0.3.yaml";
const language = new Language(parse(readFileSync(DSL, "utf8")));
const knowledge: Knowledge = {
  functions: new Map([
    [
      "x.createPost",
      {
        title: "Publish a post",
        connection: true,
        schema: {
          type: "object",
          properties: {
            text: { type: "string", description: "At most 280" },
            reply: { type: "object", properties: { to: {} } },
          },
        },
      },
    ],
    [
      "ganglion.state",
      { title: "", connection: false, schema: { type: "object", properties: { set: { type: "object" } } } },
    ],
  ]),
  metadata: {
    description: "What a task says to Ganglion",
    properties: { group: { const: "atomic" }, redo: { type: "boolean" }, agent: { type: "string" } },
  },
  connections: [{ name: "main", connector: "x" }],
  agents: ["clerk"],
  tasks: ["greet", "last"],
};

/** What is offered at the bar in a text. */
function offered(text: string): string[] {
  const place = placeAt(text.replace("|", ""), text.indexOf("|"));
  return place ? language.offers(place, knowledge).map(({ label }) => label) : [];
}

test("the document offers its parts, and what it has already is not offered again", () => {
  expect(offered("|")).toEqual(["document", "input", "use", "do", "timeout", "output", "schedule"]);
  expect(offered("document:\n  dsl: '1.0.3'\n  |")).toEqual([
    "namespace",
    "name",
    "version",
    "title",
    "summary",
    "tags",
    "metadata",
  ]);
});

test("a task offers every kind, until it is one", () => {
  const kinds = offered("do:\n  - greet:\n      |");
  for (const kind of ["call", "do", "fork", "emit", "for", "listen", "raise", "run", "set", "switch", "try", "wait"]) {
    expect(kinds).toContain(kind);
  }
  const beside = offered("do:\n  - greet:\n      fork:\n        branches: []\n      |");
  expect(beside).toContain("then");
  expect(beside).not.toContain("call");
});

test("arguments are those of the function that is called", () => {
  expect(offered("do:\n  - a:\n      call: x.createPost\n      with:\n        |")).toEqual([
    "connection",
    "text",
    "reply",
  ]);
  expect(offered("do:\n  - a:\n      call: x.createPost\n      with:\n        reply:\n          |")).toEqual(["to"]);
  expect(offered("do:\n  - a:\n      call: 'ganglion.state'\n      with:\n        |")).toEqual(["set"]);
  expect(offered("do:\n  - a:\n      call: http\n      with:\n        |")).toContain("endpoint");
});

test("values are offered where they can be known", () => {
  expect(offered("do:\n  - a:\n      call: |")).toEqual([
    "x.createPost",
    "ganglion.state",
    "http",
    "openapi",
    "mcp",
    "a2a",
  ]);
  expect(offered("do:\n  - a:\n      call: x.createPost\n      with:\n        connection: |")).toEqual(["main"]);
  expect(offered("do:\n  - a:\n      set: {}\n      then: |")).toEqual(["continue", "exit", "end", "greet", "last"]);
  expect(offered("do:\n  - a:\n      fork:\n        compete: |")).toEqual(["true", "false"]);
  expect(offered("do:\n  - a:\n      listen:\n        read: |")).toEqual(["data", "envelope", "raw"]);
});

test("metadata offers what Ganglion reads of it", () => {
  expect(offered("do:\n  - a:\n      metadata:\n        |")).toContain("ganglion");
  expect(offered("do:\n  - a:\n      metadata:\n        ganglion:\n          |")).toEqual(["group", "redo", "agent"]);
  expect(offered("do:\n  - a:\n      metadata:\n        ganglion:\n          group: |")).toEqual(["atomic"]);
  expect(offered("do:\n  - a:\n      metadata:\n        ganglion:\n          agent: |")).toEqual(["clerk"]);
});

test("what Ganglion doesn't run is not offered", () => {
  expect(offered("do:\n  - a:\n      run:\n        |")).not.toContain("container");
  expect(offered("do:\n  - a:\n      run:\n        |")).toContain("workflow");
  expect(offered("use:\n  |")).not.toContain("catalogs");
});

test("a connector's action tells what it is for", () => {
  const place = placeAt("do:\n  - a:\n      call: ", 23);
  expect(place && language.offers(place, knowledge)[0]?.detail).toBe("Publish a post");
});
