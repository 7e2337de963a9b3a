import { expect, test } from "vitest";
import { placeAt } from "./place";

/** The place of the bar in a text. */
function at(text: string) {
  const place = placeAt(text.replace("|", ""), text.indexOf("|"));
  return place && { ...place, frames: place.frames.map(({ key, members }) => [key, [...members.keys()]] as const) };
}

const HEAD = "document:\n  dsl: '1.0.3'\ndo:\n";

test("a name that is begun stands among its neighbours", () => {
  expect(at(`${HEAD}  - post:\n      call: x.createPost\n      wi|\n      then: end\n`)).toEqual({
    frames: [
      ["", ["document", "do"]],
      ["do", []],
      ["*", ["post"]],
      ["post", ["call", "then"]],
    ],
    key: null,
    prefix: "wi",
  });
});

test("an empty line is where its column is", () => {
  expect(at(`${HEAD}  - post:\n      call: x.createPost\n      with:\n        |\n`)?.frames.at(-1)).toEqual([
    "with",
    [],
  ]);
  expect(at(`${HEAD}  - post:\n      call: x.createPost\n      |\n`)?.frames.at(-1)).toEqual(["post", ["call"]]);
  expect(at("|")).toEqual({ frames: [["", []]], key: null, prefix: "" });
});

test("a value knows its member and what stands beside it", () => {
  const place = at(`${HEAD}- post:\n    call: x.cre|\n    with: {connection: a}\n`);
  expect(place?.key).toBe("call");
  expect(place?.prefix).toBe("x.cre");
  expect(place?.frames.map(([key]) => key)).toEqual(["", "do", "*", "post"]);
  expect(place?.frames.at(-1)?.[1]).toEqual(["with"]);
});

test("dashes on one line, quoted names and lists at their member's column are understood", () => {
  expect(
    at("do:\n- 'a b':\n    switch:\n    - big: {}\n    - small:\n        the|")?.frames.map(([key]) => key),
  ).toEqual(["", "do", "*", "a b", "switch", "*", "small"]);
});

test.each(["do:\n  - a: {set: {n|: 1}}", "# about this|", "do:\n  - a:\n      set: some words of|"])(
  "nothing is offered in %j",
  (text) => {
    expect(at(text)).toBeNull();
  },
);
