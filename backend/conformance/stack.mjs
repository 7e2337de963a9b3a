// Where the running Ganglion is that is tried, and requests to its API.

import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const MISSING = 3;

/** Ends the program: something is not here that it needs. */
export function missing(what) {
  console.error(what);
  process.exit(MISSING);
}

/** Where it is, without a slash at its end, and a key that may do everything. */
function stack() {
  if (process.env.GANGLION_URL && process.env.GANGLION_KEY) {
    return { url: process.env.GANGLION_URL.replace(/\/$/, ""), key: process.env.GANGLION_KEY };
  }
  const file = fileURLToPath(new URL("../../.ganglion/stack.json", import.meta.url));
  if (!existsSync(file)) missing("No stack runs here: ./ganglion up, or set GANGLION_URL and GANGLION_KEY");
  const { url, api_key: snake, apiKey = snake } = JSON.parse(readFileSync(file, "utf8"));
  return { url, key: apiKey };
}

export const { url, key } = stack();

async function send(method, path, type, body) {
  const answer = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, "content-type": type },
    body,
  });
  const said = await answer.json();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(said)}`);
  return said;
}

export const post = (path, body) => send("POST", path, "application/json", JSON.stringify(body));
export const postYaml = (path, yaml) => send("POST", path, "application/yaml", yaml);
export const put = (path, body) => send("PUT", path, "application/json", JSON.stringify(body));
