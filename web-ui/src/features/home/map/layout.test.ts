import { describe, expect, test } from "vitest";
import { labels } from "./labels";
import { APART, type Layout, layout, roomForAgents } from "./layout";

const names = (kind: string, count: number) => Array.from({ length: count }, (_, at) => `${kind}_${at}`);

function nearest({ spots }: Layout): number {
  const all = [...spots.values()];
  let least = Number.POSITIVE_INFINITY;
  for (const [at, one] of all.entries()) {
    for (const other of all.slice(at + 1)) least = Math.min(least, Math.hypot(one.x - other.x, one.y - other.y));
  }
  return least;
}

describe.each([278, 286, 328, 480, 700, 1014])("on a map %i px wide", (width) => {
  test.each([0, 1, 2, 6, 17, 33, 64, 100, 120])(
    "%i systems and as many agents as fit stand apart, within the map",
    (count) => {
      for (const agents of [1, roomForAgents(width, count)]) {
        const placed = layout(names("agt", agents), names("sys", count), width);
        expect(placed.spots.size).toBe(agents + count);
        expect(nearest(placed)).toBeGreaterThanOrEqual(APART);
        for (const { x, y, radius } of placed.spots.values()) {
          expect(x - radius).toBeGreaterThanOrEqual(0);
          expect(x + radius).toBeLessThanOrEqual(width);
          expect(y - radius).toBeGreaterThanOrEqual(0);
          expect(y + radius).toBeLessThanOrEqual(placed.height);
        }
      }
    },
  );

  test("the same names stand in the same places", () => {
    expect(layout(names("agt", 3), names("sys", 40), width)).toEqual(layout(names("agt", 3), names("sys", 40), width));
  });

  test("an agent that comes later moves no system", () => {
    const before = layout(names("agt", 1), names("sys", 40), width);
    const after = layout(names("agt", 2), names("sys", 40), width);
    for (const id of names("sys", 40)) expect(after.spots.get(id)).toEqual(before.spots.get(id));
  });
});

test("a system that comes later keeps the others in their order around the agents", () => {
  const around = (placed: Layout, ids: string[]) =>
    ids.map((id) => {
      const spot = placed.spots.get(id);
      return spot ? Math.atan2(spot.y - placed.height / 2, spot.x - placed.width / 2) : Number.NaN;
    });
  const turns = (angles: number[]) => angles.filter((angle, at) => at > 0 && angle < (angles[at - 1] ?? 0)).length;
  const ids = names("sys", 12);
  expect(turns(around(layout(["agt"], ids, 1014), ids))).toBeLessThanOrEqual(1);
  expect(turns(around(layout(["agt"], [...ids, "sys_new"], 1014), [...ids, "sys_new"]))).toBeLessThanOrEqual(1);
});

describe("names", () => {
  const measure = (text: string) => text.length * 6;
  const ids = names("sys", 60);
  const named = ids.map((id, at) => ({ id, name: `account-${at}-of-a-long-name`, rank: 0 }));

  test("no name covers another one or a node", () => {
    const placed = layout(["agt"], ids, 700);
    const written = labels(named, placed, measure);
    expect(written.length).toBeGreaterThan(0);
    for (const [at, a] of written.entries()) {
      for (const b of written.slice(at + 1)) {
        const apart = Math.abs(a.x - b.x) >= (a.width + b.width) / 2 || Math.abs(a.y - b.y) >= 14;
        expect(apart, `${a.text} and ${b.text}`).toBe(true);
      }
    }
  });

  test("where there is room for one name, it is who matters most", () => {
    const spots = new Map(["a", "b"].map((id, at) => [id, { x: 60 + 26 * at, y: 20, radius: 10 }]));
    const two = (first: number, second: number) =>
      labels(
        [
          { id: "a", name: "one-of-the-two", rank: first },
          { id: "b", name: "other-of-them", rank: second },
        ],
        { width: 146, height: 60, spots },
        measure,
      ).map(({ id }) => id);
    expect(two(0, 1)).toEqual(["b"]);
    expect(two(1, 0)).toEqual(["a"]);
  });

  test("a few are all named, in full if they are short", () => {
    const few = ["x", "evm"].map((name, at) => ({ id: `sys_${at}`, name, rank: 0 }));
    const written = labels(few, layout(["agt"], ["sys_0", "sys_1"], 328), measure);
    expect(written.map(({ text }) => text)).toEqual(["x", "evm"]);
  });
});
