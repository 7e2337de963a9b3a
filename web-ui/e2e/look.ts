import { appendFileSync, mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect } from "vitest";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const SHOTS = process.env.GANGLION_SHOTS ?? join(import.meta.dirname, "shots");
/** What the report counts: a line a look. */
const TARGET = join(import.meta.dirname, "../target/e2e");
const SETTLE_MS = 400; // transitions
const SIZES = { desktop: { width: 1280, height: 800 }, phone: { width: 360, height: 740 } };

type Finding = { id: string; nodes: { html: string; failureSummary: string }[] };

/** Looks at a page as people do, light and dark, wide and narrow: a picture of each, and nothing that axe finds. */
export async function look(page: Page, name: string): Promise<void> {
  await page.waitForFunction(() => !document.querySelector(".mantine-Notification-root")); // it fades as it goes
  for (const scheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    for (const [size, viewport] of Object.entries(SIZES)) {
      await page.setViewportSize(viewport);
      await page.waitForTimeout(SETTLE_MS);
      await page.screenshot({ path: join(SHOTS, `${name}-${scheme}-${size}.png`), fullPage: true });
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wide, `${name}, ${size}: scrolls sideways by ${wide} px`).toBeLessThanOrEqual(0);
      const found = await findings(page);
      note({ name, scheme, size, found: found.length });
      expect(found, `${name}, ${scheme}, ${size}: what axe finds`).toEqual([]);
    }
  }
  await page.setViewportSize(SIZES.desktop);
}

function note(look: { name: string; scheme: string; size: string; found: number }): void {
  mkdirSync(TARGET, { recursive: true });
  appendFileSync(join(TARGET, "looks.jsonl"), `${JSON.stringify(look)}\n`);
}

/** A picture of where a page is. */
export async function shot(page: Page, name: string): Promise<void> {
  console.log(`${name}: ${page.url()}`);
  await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true });
}

async function findings(page: Page): Promise<string[]> {
  await page.evaluate(AXE); // by the debugger: the content security policy allows no foreign script
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(on: unknown, how: unknown): Promise<{ violations: Finding[] }> };
    };
    return (
      await axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })
    ).violations;
  });
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`));
}
