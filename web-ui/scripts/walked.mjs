// Tells what a walk through the dashboard came to: its journeys, what axe found, what a first load takes.
import { existsSync, readFileSync } from "node:fs";

const TARGET = new URL("../target/e2e/", import.meta.url);
const read = (name) => (existsSync(new URL(name, TARGET)) ? readFileSync(new URL(name, TARGET), "utf8") : "");
const plain = (text) =>
  text
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

/** From the report that Vitest leaves as JUnit has it. */
function journeys(xml) {
  return [...xml.matchAll(/<testcase\b([^>]*?)(\/>|>([\s\S]*?)<\/testcase>)/g)].map(
    ([, attributes, , inside = ""]) => ({
      name: plain(attributes.match(/\bname="([^"]*)"/)?.[1] ?? "?"),
      seconds: Number(attributes.match(/\btime="([^"]*)"/)?.[1] ?? 0),
      failed: /<(failure|error)\b/.test(inside),
      skipped: /<skipped\b/.test(inside),
    }),
  );
}

const all = journeys(read("TEST-e2e.xml"));
console.log(
  `journeys: ${all.filter((one) => !one.failed && !one.skipped).length} of ${all.length} walked to their end`,
);
for (const { name, seconds, failed, skipped } of all) {
  console.log(`  ${failed ? "✗" : skipped ? "-" : "✓"} ${name} (${seconds.toFixed(1)} s)`);
}

const looks = read("looks.jsonl")
  .split("\n")
  .filter(Boolean)
  .map((line) => JSON.parse(line));
const found = looks.reduce((sum, one) => sum + one.found, 0);
const pages = new Set(looks.map(({ name }) => name)).size;
console.log(
  `axe: ${pages} pages and dialogs in ${looks.length} looks (light and dark, 1280 and 360 px): ${found === 0 ? "nothing found" : `${found} findings`}`,
);
for (const { name, scheme, size, found } of looks)
  if (found > 0) console.log(`  ✗ ${name}, ${scheme}, ${size}: ${found}`);

const load = read("load.json");
if (load) {
  const { most, landing, home } = JSON.parse(load);
  const kb = (bytes) => (bytes / 1000).toFixed(1);
  console.log(
    `first load, gzipped: landing ${kb(landing.bytes)} kB, home ${kb(home.bytes)} kB with its map, of ${kb(most)} kB`,
  );
} else console.log("first load: not measured");
