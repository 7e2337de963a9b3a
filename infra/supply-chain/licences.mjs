// licences.mjs ALLOWED BOM...: a line for each component, its name, version and licences; fails where none of a component's licences is allowed.
import { readFileSync } from "node:fs";

const [allowedFile, ...boms] = process.argv.slice(2);
const allowed = new Set(
  readFileSync(allowedFile, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#")),
);

const named = ({ license, expression }) => expression ?? license?.id ?? license?.name ?? "unknown";

/** An expression is allowed if one of its alternatives is. */
const fits = (licence) =>
  allowed.has(licence) || licence.replace(/[()]/g, "").split(" OR ").some((one) => allowed.has(one.trim()));

const components = new Map();
for (const file of boms) {
  for (const { group, name, version, licenses = [] } of JSON.parse(readFileSync(file, "utf8")).components ?? []) {
    const full = group ? `${group}:${name}` : name;
    if (!/ganglion/.test(full)) components.set(`${full}\t${version}`, licenses.map(named));
  }
}

let refused = 0;
for (const [component, licences] of [...components].sort(([a], [b]) => a.localeCompare(b))) {
  console.log(`${component}\t${licences.join(" / ")}`);
  if (!licences.some(fits)) {
    refused += 1;
    console.error(`not allowed: ${component.replace("\t", " ")} (${licences.join(" / ") || "no licence named"})`);
  }
}
process.exit(refused === 0 ? 0 : 1);
