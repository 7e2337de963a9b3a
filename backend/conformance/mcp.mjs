// Runs the public MCP conformance tool against an agent of a running Ganglion: `npm ci && npm test`, with GANGLION_URL and
// GANGLION_KEY, or beside a stack that `./ganglion up` started. Exit code 0: all that applies passes; 3: something is missing here.

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { bearer } from "./bearer.mjs";
import { demoServer } from "./demo-server.mjs";
import { key, missing, post, url } from "./stack.mjs";

const NODE = 22;
/** What the tool's latest release tries, and each revision that Ganglion speaks by the first release that knows them all. */
const RUNS = [
  { of: "0.1.16", by: "@modelcontextprotocol/conformance", options: [] },
  { of: "2025-06-18", by: "conformance-next", options: ["--spec-version", "2025-06-18"] },
  { of: "2025-11-25", by: "conformance-next", options: ["--spec-version", "2025-11-25"] },
  { of: "2026-07-28", by: "conformance-next", options: ["--requirements", "2026-07-28"] },
];

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

if (Number(process.versions.node.split(".")[0]) < NODE) {
  missing(
    `The conformance tool needs Node ${NODE} or later; this is ${process.version}. Put a newer one on the PATH, or get one with\n` +
      "  npm install --prefix /tmp/node22 node@22\nand run this by /tmp/node22/node_modules/node/bin/node",
  );
}
for (const { by } of RUNS) {
  if (!existsSync(here(`node_modules/${by}`))) missing(`${by} is not installed: npm ci --prefix ${here(".")}`);
}

/**
 * An agent with an account of the laboratory, and with connections `test_simple` and `test_error` to a server whose tools `text` and `handling`
 * are hence Ganglion's `test_simple_text` and `test_error_handling`, which the conformance tool calls.
 */
async function agent(demo) {
  const run = Date.now().toString(36);
  const { connection } = await post("/lab/accounts", { platform: "x" });
  const demos = ["test_simple", "test_error"];
  await post("/connections", { ...connection, name: `x-${run}` });
  await post("/connectors", { name: `mcp-${run}`, mcp: { url: demo } });
  for (const name of demos) await post("/connections", { connector: `mcp-${run}`, name, credentials: {} });
  const names = [`x-${run}`, ...demos];
  const policy = { irreversible: "allow" }; // nobody vouches for what the small server's tools do
  return (await post("/agents", { name: `conformance-${run}`, connections: names, policy })).id;
}

function conformance({ of, by, options }, target) {
  const tool = here(`node_modules/${by}/dist/index.js`);
  const baseline = here(`not-applicable-${of}.yaml`);
  const details = here(`target/${of}`);
  const all = [tool, "server", "--url", target, "--expected-failures", baseline, "-o", details, ...options];
  console.log(`\n=== ${of}, by ${by}; each check is told in ${details}`);
  const child = spawn(process.execPath, all, { stdio: "inherit" });
  return new Promise((ended) => child.on("close", ended));
}

const demo = await demoServer();
const proxy = await bearer(url, key, new URL(process.env.GANGLION_PUBLIC_URL ?? url).origin);
let failed = 0;
try {
  const target = `${proxy.url}/mcp/${await agent(demo.url)}`;
  const only = process.argv.slice(2);
  for (const run of RUNS.filter(({ of }) => only.length === 0 || only.includes(of))) {
    if ((await conformance(run, target)) !== 0) {
      failed++;
      console.error(`${run.of}: not as it should be`);
    }
  }
} finally {
  proxy.close();
  demo.close();
}
process.exit(failed === 0 ? 0 : 1);
