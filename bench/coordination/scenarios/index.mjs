import { readdirSync, readFileSync } from "node:fs";

/** The scenarios, in the order of the table: from nothing going wrong to all of it. */
export const SCENARIOS = ["calm", "one-post", "ten-posts", "storm", "launch", "five-or-nothing", "crash"];

/**
 * A scenario: `acts` (platform.act), `commit` (`all`, or `all-or-nothing`), `order` (`sequence` or `together`), `faults`
 * (kind to probability, for each write), `refusal` (probability that one platform refuses for good), `kills` of the driver, `deadline_s`.
 */
export function scenarioOf(name) {
  if (!SCENARIOS.includes(name)) throw new Error(`there is no scenario ${name}; there are ${SCENARIOS.join(", ")}`);
  return { name, ...JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), "utf8")) };
}

const files = readdirSync(new URL(".", import.meta.url)).filter((it) => it.endsWith(".json"));
if (files.length !== SCENARIOS.length) throw new Error("a scenario's file is not listed in scenarios/index.mjs");
