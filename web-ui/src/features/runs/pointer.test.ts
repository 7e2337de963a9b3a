import { expect, test } from "vitest";
import { pointedTo } from "./pointer";

const document = { do: [{ getPet: { call: "http" } }, { "a/b": { set: { "~": 1 } } }] };

test.each([
  ["/do/0/getPet", { call: "http" }],
  ["/do/0/getPet[3]/call", "http"],
  ["/do/1/a~1b/set/~0", 1],
  ["/do/7/nothing", undefined],
  ["", document],
])("%s points to what it names", (pointer, value) => {
  expect(pointedTo(document, pointer)).toEqual(value);
});
