// Restate: its server keeps the journal and calls this process, which is the service and its own client.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import * as restate from "@restatedev/restate-sdk";
import { Limited, Refused, send, undo } from "../acts.mjs";
import { brief, claim, sleep, stateFolder } from "../brief.mjs";
import { careful, carefulUndo } from "../careful.mjs";
import { saga } from "../saga.mjs";

// The SDK is made for Node 22; this is all that it misses in Node 20.
Promise.withResolvers ??= () => {
  const it = {};
  it.promise = new Promise((resolve, reject) => Object.assign(it, { resolve, reject }));
  return it;
};

// As its guides on errors and on sagas have them: a bound on retries, refusals as TerminalError, a platform's pause as RetryableError.
const RETRIES = { initialRetryInterval: 500, retryIntervalFactor: 2, maxRetryInterval: 5000, maxRetryAttempts: 20 };
const CAREFUL = process.env.BENCH_CAREFUL === "1";
const { RESTATE_INGRESS, RESTATE_ADMIN } = process.env;

async function told(call) {
  try {
    return await call();
  } catch (e) {
    if (e instanceof Refused) throw new restate.TerminalError(e.message);
    if (e instanceof Limited) throw restate.RetryableError.from(e, { retryAfter: e.afterMs });
    throw e;
  }
}

const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

// The server calls a deployment where it was registered, so a driver that was killed comes back at its port.
const portFile = join(stateFolder, "port");
const restarted = existsSync(portFile);
const port = restarted ? Number(readFileSync(portFile, "utf8")) : await freePort();
writeFileSync(portFile, `${port}`);

const name = `coordinate-${brief.run}`;
const service = restate.workflow({
  name,
  handlers: {
    run: (ctx, given) =>
      saga(given, {
        step: (act) =>
          CAREFUL
            ? ctx.run(act.id, () => told(() => careful(act, restarted)), RETRIES)
            : ctx.run(act.id, () => told(async () => ({ id: await send(act) })), RETRIES),
        back: (act, id) =>
          act.undo && ctx.run(`${act.id}-undo`, () => (CAREFUL ? carefulUndo(act, id) : undo(act, id)), RETRIES),
        forGood: (e) => e instanceof restate.TerminalError,
        settled: (steps) => restate.RestatePromise.allSettled(steps),
      }),
  },
});
await restate.serve({ services: [service], port, logger: () => {} });

async function post(url, body) {
  for (let i = 0; ; i++) {
    const answer = await fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    }).catch((e) => e);
    if (answer.ok || answer.status === 409) return;
    if (i === 20) throw new Error(`${url}: ${answer.status} ${await answer.text?.()}`);
    await sleep(250);
  }
}

async function output() {
  for (;;) {
    const answer = await fetch(`${RESTATE_INGRESS}/restate/workflow/${name}/run/output`).catch(() => undefined);
    if (answer?.ok) return answer.json();
    if (answer && answer.status !== 470) throw new Error(`${answer.status} ${await answer.text()}`);
    await sleep(250);
  }
}

if (!restarted) await post(`${RESTATE_ADMIN}/deployments`, { uri: `http://127.0.0.1:${port}` });
await post(`${RESTATE_INGRESS}/${name}/run/run/send`, brief);
const { end, inDoubt } = await output();
claim(end, inDoubt);
