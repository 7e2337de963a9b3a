import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { call } from "./calls";
import { crowd } from "./crowd";
import { look } from "./look";
import { newOwner } from "./owner";
import { People } from "./people";

const SYSTEMS = 100;
const EFFECTS_A_SECOND = 20;
const WATCHED_MS = 10_000;
/** Of the page's thread, by the processor's clock: whatever else the machine does doesn't count. */
const MOST_BUSY = 0.6;
/** Half of what a picture has at 60 a second. */
const MOST_PER_PICTURE_MS = 8;
const MODELS = 1_000;
const MINUTES_MS = 180_000;

let people: People;

beforeAll(async () => {
  people = await People.arrive();
});

afterAll(() => people?.leave());

/** Pictures that were drawn in some seconds, and what they took of the page's thread. */
async function watched(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const busy = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN) * 1_000;
  };
  const before = await busy();
  const gaps = await page.evaluate(
    (ms) =>
      new Promise<number[]>((done) => {
        const found: number[] = [];
        const from = performance.now();
        let last = from;
        const frame = (now: number) => {
          found.push(now - last);
          last = now;
          if (now - from < ms) requestAnimationFrame(frame);
          else done(found);
        };
        requestAnimationFrame(frame);
      }),
    WATCHED_MS,
  );
  const took = (await busy()) - before;
  const sorted = [...gaps].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
  return { pictures: gaps.length, tookMs: took, median: at(0.5), p95: at(0.95) };
}

test("a hundred systems and twenty effects a second leave the page time to spare", async () => {
  const page = await newOwner(people, "Marta");
  await crowd(page, SYSTEMS, EFFECTS_A_SECOND);
  await page.emulateMedia({ reducedMotion: "no-preference" });
  await page.reload();
  await page.getByRole("group", { name: /^Coordination map: 8 agents, 100 systems, depth 100/ }).waitFor();
  await page.waitForTimeout(2_000); // the first pulses are under way
  const { pictures, tookMs, median, p95 } = await watched(page);
  const share = tookMs / WATCHED_MS;
  const each = tookMs / pictures;
  console.log(
    `map: ${pictures} pictures in ${WATCHED_MS / 1_000} s, a picture each ${median.toFixed(1)} ms (95 %: ${p95.toFixed(1)} ms); ` +
      `the page's thread was busy ${(share * 100).toFixed(0)} %, ${each.toFixed(1)} ms a picture`,
  );
  await look(page, "map-crowd");
  expect(pictures, "pictures").toBeGreaterThan(0);
  expect(share, "busy").toBeLessThan(MOST_BUSY);
  expect(each, "ms a picture").toBeLessThan(MOST_PER_PICTURE_MS);
  expect(people.complaints).toEqual([]);
});

const SWARM = `
document: {dsl: 1.0.3, namespace: e2e, name: thousand, version: 1.0.0}
do:
  - ask:
      call: ganglion.swarm
      with:
        connection: model
        n: ${MODELS}
        concurrency: ${MODELS}
        tolerate: 0.5
        arguments:
          model: '\${ "lab-small-\\($index + 1)" }'
          seed: 7
          messages: [{role: user, content: "Which is right?\\n- left\\n- right"}]
        reducer: {type: majority, by: .text}
`;

test("a run of a thousand models is drawn as one swarm, live and when it is played again", async () => {
  const page = await newOwner(people, "Swana");
  const { connection } = (await call(page, "POST", "/lab/accounts", { platform: "model" })) as { connection: object };
  await call(page, "POST", "/connections", { name: "model", ...connection });
  const { id: agent } = (await call(page, "POST", "/agents", { name: "crowd", connections: ["model"] })) as {
    id: string;
  };
  await call(page, "POST", "/workflows", SWARM, "application/yaml");
  const { id } = (await call(page, "POST", "/runs", { workflow: "e2e/thousand", agent, input: {} })) as { id: string };
  await page.goto("/");
  const map = page.getByRole("group", { name: /^Coordination map: 1 agent, 1 system/ });
  await map.waitFor();
  const swarm = page.getByRole("button", { name: /[\d,+]+ calls of a swarm/ });
  await swarm.waitFor({ timeout: MINUTES_MS });
  await look(page, "map-swarm");
  const ended = async () => ((await call(page, "GET", `/runs/${id}`)) as { state: string }).state;
  await expect.poll(ended, { timeout: MINUTES_MS, interval: 1_000 }).toBe("SUCCEEDED");

  await page.getByText("Replay", { exact: true }).click();
  const moment = page.getByRole("slider", { name: "Moment of the run" });
  await moment.focus();
  await page.keyboard.press("End");
  await page.getByRole("button", { name: /1,000 calls of a swarm, 1,000 answered/ }).waitFor();
  await page.keyboard.press("Home");
  for (let nudge = 0; nudge < 4; nudge++) await page.keyboard.press("PageUp");
  await swarm.waitFor();
  await look(page, "map-swarm-replay");
  expect(people.complaints).toEqual([]);
});
