import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Where the stack is that `./ganglion up` started, or GANGLION_URL and GANGLION_MAIL_URL say. */
function describe(): { url: string; mail: string } {
  const { GANGLION_URL: url, GANGLION_MAIL_URL: mail } = process.env;
  if (url && mail) return { url, mail };
  const path = join(import.meta.dirname, "../../.ganglion/stack.json");
  try {
    const file = JSON.parse(readFileSync(path, "utf8"));
    return { url: url ?? file.url, mail: mail ?? file.mail_url };
  } catch (cause) {
    throw new Error(`no stack runs here (${path}); start one by ./ganglion up --detach`, { cause });
  }
}

export const stack = describe();
