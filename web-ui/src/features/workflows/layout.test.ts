import { expect, test } from "vitest";
import { type Box, END, picture, START } from "./layout";
import { outline } from "./outline";

const drawn = (text: string) => picture(outline(text).tasks);
const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const TEXT = `do:
  - first: {set: {n: 1}}
  - route:
      switch:
        - big: {when: .n > 3, then: last}
        - small: {when: .n < 1, then: end}
  - many:
      fork:
        branches:
          - post: {call: x.createPost}
          - loop: {for: {each: one, in: .all}, do: [{a: {set: {n: 1}}}, {b: {set: {n: 1}}}]}
  - last: {set: {n: 2}, then: first}
`;

test("nothing stands on anything else of the same parent, and children stand inside of theirs", () => {
  const { boxes } = drawn(TEXT);
  for (const a of boxes) {
    for (const b of boxes) {
      if (a !== b && a.parent === b.parent) expect(overlap(a, b), `${a.id} and ${b.id}`).toBe(false);
    }
    const parent = boxes.find(({ id }) => id === a.parent);
    if (!parent) continue;
    expect(a.x).toBeGreaterThanOrEqual(0);
    expect(a.y).toBeGreaterThan(0);
    expect(a.x + a.width).toBeLessThanOrEqual(parent.width);
    expect(a.y + a.height).toBeLessThanOrEqual(parent.height);
  }
});

test("ways follow the list, the cases of a switch and what then says", () => {
  const { ways } = drawn(TEXT);
  const short = (id: string) => id.split("/").at(-1);
  expect(ways.map(({ from, to, label, aside }) => [short(from), short(to), label, aside])).toEqual([
    [START, "first", undefined, undefined],
    ["first", "route", undefined, undefined],
    ["route", "last", "big", 1],
    ["route", END, "small", 2],
    ["route", "many", undefined, undefined],
    ["many", "last", undefined, undefined],
    ["last", "first", undefined, 3],
    ["a", "b", undefined, undefined],
  ]);
});

test("a workflow without tasks leads from its start to its end", () => {
  expect(drawn("do: []").ways).toEqual([{ id: START, from: START, to: END, label: undefined, aside: undefined }]);
});
