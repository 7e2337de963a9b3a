import { execFileSync } from "node:child_process";
import { join } from "node:path";

/** Probes of a machine that has much to do are answered late. */
const ASKED = 10;
const REST_MS = 5_000;

/**
 * The stack that `./ganglion up` started, once people can sign in.
 *
 * @throws Error if none runs, or has no sign-in
 */
function running(left = ASKED): { url: string; mail: string; signIn: string } {
  const text = execFileSync(join(import.meta.dirname, "../../ganglion"), ["status"], { encoding: "utf8" });
  const ready = (part: string) => text.match(new RegExp(`^${part} +ready +(http\\S+)`, "m"))?.[1];
  const [url, mail, signIn] = [ready("backend"), ready("mail"), ready("sign-in")];
  if (!url || !mail || !signIn) {
    if (left > 1 && /\bstarting\b/.test(text)) {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, REST_MS);
      return running(left - 1);
    }
    throw new Error(
      `the journey needs a stack with sign-in (./ganglion up --detach, and a minute); there is:\n${text}`,
    );
  }
  return { url, mail, signIn };
}

export const stack = running();
