import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newOwner } from "./owner";
import { People } from "./people";

const MOST_BYTES = 250_000;
const LARGEST = 25;
const TARGET = join(import.meta.dirname, "../target/e2e");

let people: People;

beforeAll(async () => {
  people = await People.arrive();
});

afterAll(() => people?.leave());

/** What a page takes from the server to be there, beside the API's answers: all scripts, styles, pictures, gzipped. */
async function loaded(page: Page, path: string, there: string): Promise<{ bytes: number; files: number }> {
  const files = new Map<string, number>();
  const taken: Promise<unknown>[] = [];
  page.on("response", (response) => {
    const url = new URL(response.url());
    if (
      url.pathname.startsWith("/api/") ||
      !["document", "script", "stylesheet", "image", "font"].includes(response.request().resourceType())
    )
      return;
    taken.push(response.body().then((body) => files.set(url.pathname, gzipSync(body).length)));
  });
  await page.goto(path);
  await page.getByText(there).first().waitFor();
  await page.waitForLoadState("load");
  await Promise.all(taken);
  page.removeAllListeners("response");
  const largest = [...files].sort(([, a], [, b]) => b - a).slice(0, LARGEST);
  console.log(largest.map(([name, bytes]) => `${(bytes / 1_000).toFixed(1)} kB ${name}`).join("\n"));
  return { bytes: [...files.values()].reduce((sum, one) => sum + one, 0), files: files.size };
}

test("the first load is small, for who comes for the first time and for who is at home", async () => {
  const { page: anybody } = await people.newcomer();
  const landing = await loaded(anybody, "/", "Many systems, one coherent act");
  const owner = await newOwner(people, "Flora");
  const home = await loaded(await owner.context().newPage(), "/", "Nobody acts on anything yet");
  mkdirSync(TARGET, { recursive: true });
  writeFileSync(join(TARGET, "load.json"), JSON.stringify({ most: MOST_BYTES, landing, home }));
  console.log(`first load, gzipped: landing ${landing.bytes} bytes, home ${home.bytes} bytes`);
  expect(landing.bytes).toBeGreaterThan(10_000);
  expect(landing.bytes).toBeLessThan(MOST_BYTES);
  expect(home.bytes).toBeLessThan(MOST_BYTES);
  expect(people.complaints).toEqual([]);
});
