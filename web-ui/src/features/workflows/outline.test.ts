import { expect, test } from "vitest";
import { calls, flat, outline, taskAt } from "./outline";

const TEXT = `document: {dsl: '1.0.3', namespace: demo, name: shop, version: '1.0.0'}
input: {schema: {document: {type: object, required: [order]}}}
use:
  functions:
    refund: {call: http}
do:
  - look:
      call: x.getPost
      with: {connection: main}
  - route:
      switch:
        - big: {when: .n > 3, then: both}
        - other: {then: end}
  - both:
      fork:
        branches:
          - post: {call: x.createPost}
          - wait: {wait: {minutes: 5}}
      metadata: {ganglion: {group: atomic}}
  - again:
      try:
        - one/two: {run: {workflow: {namespace: a, name: b, version: latest}}}
      catch:
        do:
          - tell: {emit: {event: {with: {type: com.example.lost}}}}
      then: look
`;

test("tasks are found with their pointers, kinds and words", () => {
  const { tasks, broken, input, functions } = outline(TEXT);
  expect(broken).toEqual([]);
  expect(input).toEqual({ type: "object", required: ["order"] });
  expect(functions).toEqual(["refund"]);
  expect(flat(tasks).map(({ pointer, kind, about }) => [pointer, kind, about])).toEqual([
    ["/do/0/look", "call", "x.getPost"],
    ["/do/1/route", "switch", ""],
    ["/do/2/both", "fork", "side by side"],
    ["/do/2/both/fork/branches/0/post", "call", "x.createPost"],
    ["/do/2/both/fork/branches/1/wait", "wait", "5 minutes"],
    ["/do/3/again", "try", ""],
    ["/do/3/again/try/0/one~1two", "run", "a/b"],
    ["/do/3/again/catch/do/0/tell", "emit", "com.example.lost"],
  ]);
  expect(calls(tasks)).toEqual(["x.getPost", "x.createPost"]);
});

test("a switch tells its cases, a task where it goes and what Ganglion is told of it", () => {
  const [, route, both, again] = outline(TEXT).tasks;
  expect(route?.cases).toEqual([
    { name: "big", when: ".n > 3", goal: "both" },
    { name: "other", when: undefined, goal: "end" },
  ]);
  expect(both?.marks).toEqual(["all or nothing"]);
  expect(again?.goal).toBe("look");
});

test("the innermost task at a place in the text is found, from its name to its end", () => {
  const { tasks } = outline(TEXT);
  const at = (word: string) => taskAt(tasks, TEXT.indexOf(word))?.name;
  expect(at("x.getPost")).toBe("look");
  expect(at("x.createPost")).toBe("post");
  expect(at("group: atomic")).toBe("both");
  expect(at("com.example.lost")).toBe("tell");
  expect(at("dsl:")).toBeUndefined();
});

test("what is no YAML says where, and what can be read is still there", () => {
  const { tasks, broken } = outline("do:\n  - a: {set: {n: 1}}\n  - b: {set: {n: [}}\n");
  expect(broken[0]?.line).toBe(3);
  expect(tasks[0]?.name).toBe("a");
});

test.each(["", "just words", "do: 3", "do: [1, {}, {a: }]", "- a\n- b", "do:\n  - a:\n"])(
  "half a document, such as %j, is no failure",
  (text) => {
    expect(() => outline(text)).not.toThrow();
  },
);
