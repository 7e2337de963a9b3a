import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, test } from "vitest";
import { launchIn } from "./browser";
import { newcomerAt } from "./owner";
import { stack } from "./stack";

/** As many times each; what is told is the one in the middle. */
const TIMES = 5;
const CATEGORIES = ["performance", "accessibility", "best-practices"] as const;
const FORMS = ["desktop", "mobile"] as const;
const TARGET = 95;

type Form = (typeof FORMS)[number];
type Scores = Record<(typeof CATEGORIES)[number], number>;
type Lighthouse = {
  default: (url: string, flags: object, config?: object) => Promise<{ lhr: Report } | undefined>;
  desktopConfig: object;
};
/** What a score is made of, and may be told by. */
const SEEN = {
  "largest-contentful-paint": "largest paint",
  "total-blocking-time": "blocked",
  "cumulative-layout-shift": "shifted",
};

type Report = {
  categories: Record<string, { score: number | null }>;
  audits: Record<string, { displayValue?: string }>;
};

let profile: string;
let browser: Awaited<ReturnType<typeof launchIn>>;
let port: number;
let page: Page;

beforeAll(async () => {
  profile = mkdtempSync(join(tmpdir(), "ganglion-lighthouse-"));
  port = await freePort();
  browser = await launchIn(profile, port);
  page = await browser.newPage();
});

afterAll(async () => {
  await browser?.close();
  rmSync(profile, { recursive: true, force: true });
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

const median = (all: number[]) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN;

async function measured(path: string, form: Form): Promise<void> {
  const { default: lighthouse, desktopConfig } = await library();
  const found: Scores[] = [];
  const seen: Record<string, string[]> = {};
  for (let time = 0; time < TIMES; time++) {
    const flags = { port, onlyCategories: CATEGORIES, disableStorageReset: true, logLevel: "error" };
    const result = await lighthouse(stack.url + path, flags, form === "desktop" ? desktopConfig : undefined);
    if (!result) throw new Error(`no report of ${path}`);
    const { categories, audits } = result.lhr;
    const score = (name: string) => Math.round((categories[name]?.score ?? 0) * 100);
    found.push({
      performance: score("performance"),
      accessibility: score("accessibility"),
      "best-practices": score("best-practices"),
    });
    for (const [audit, word] of Object.entries(SEEN)) {
      seen[word] = [...(seen[word] ?? []), audits[audit]?.displayValue ?? "?"];
    }
  }
  const told = CATEGORIES.map((name) => `${name} ${median(found.map((one) => one[name]))}`).join(", ");
  const why = Object.entries(seen).map(([word, values]) => `${word} ${values.join(" ")}`);
  console.log(`lighthouse ${path} ${form}: ${told} (median of ${TIMES}, target ${TARGET}; ${why.join("; ")})`);
}

/** Installed by itself (`npm run lighthouse`), since nothing else needs it. */
const library = (): Promise<Lighthouse> =>
  import(/* @vite-ignore */ new URL("../lighthouse/node_modules/lighthouse/core/index.js", import.meta.url).href);

test("the landing page", async () => {
  for (const form of FORMS) await measured("/", form);
});

test("home, signed in", async () => {
  await newcomerAt(page, "Lisa");
  for (const form of FORMS) await measured("/", form);
});
