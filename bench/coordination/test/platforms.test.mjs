import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { Programme } from "../platforms/programme.mjs";
import { openWorld } from "../platforms/world.mjs";
import { SCENARIOS, scenarioOf } from "../scenarios/index.mjs";

const folder = mkdtempSync(join(tmpdir(), "platforms-"));
after(() => rmSync(folder, { recursive: true }));

let worlds = 0;

/** A world whose every write meets one fault, for as long as `body` takes; gives the ledger. */
async function within(scenario, body) {
  const file = join(folder, `${++worlds}.jsonl`);
  const world = await openWorld({ scenario: { name: "test", commit: "all", ...scenario }, seed: 1, run: "r", file });
  try {
    await body(world.brief.acts, world);
  } finally {
    await world.close();
  }
  return readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

const call = ({ method, url, body }, headers = {}) =>
  fetch(url, {
    method,
    headers: { "Content-Type": "application/json", ...headers },
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(500),
  });
const landed = (ledger) => ledger.filter((it) => it.event === "landed").length;

test("the same seed gives the same faults, another one others", () => {
  for (const name of SCENARIOS) {
    const faultsOf = (seed) => {
      const programme = new Programme(scenarioOf(name), seed);
      return JSON.stringify([
        Array.from({ length: 200 }, (_, i) => programme.fault("feed", i) ?? null),
        [...programme.kills()],
      ]);
    };
    assert.equal(faultsOf(7), faultsOf(7));
    if (name !== "calm") assert.notEqual(faultsOf(7), faultsOf(8), name);
  }
});

test("a fault before the effect leaves no effect, one after it leaves one, and neither is answered well", async () => {
  for (const [fault, effects] of [
    ["reset_before", 0],
    ["error_before", 0],
    ["reset_after", 1],
    ["error_after", 1],
    ["late", 1],
  ]) {
    const ledger = await within({ acts: ["feed.post"], faults: { [fault]: 1 } }, async ([post]) => {
      const answer = await call(post.send).catch(() => ({ ok: false }));
      assert.equal(answer.ok, false, fault);
    });
    assert.equal(landed(ledger), effects, fault);
  }
});

test("a limit is answered 429 with the pause, and what comes in the pause is noted as that", async () => {
  const ledger = await within({ acts: ["feed.post"], faults: { limit: 1 } }, async ([post]) => {
    const first = await call(post.send);
    assert.equal(first.status, 429);
    assert.match(first.headers.get("retry-after"), /^[1-3]$/);
    assert.equal((await call(post.send)).status, 429);
  });
  assert.deepEqual(
    ledger.map((it) => [it.event, it.paused ?? false]),
    [
      ["request", false],
      ["request", true],
    ],
  );
});

test("a post without a key lands each time, is found after the lag at the latest, and is gone when it is deleted", async () => {
  const ledger = await within({ acts: ["feed.post"] }, async ([post], world) => {
    const { id } = await (await call(post.send)).json();
    await call(post.send);
    await new Promise((done) => setTimeout(done, world.brief.search_lag_ms));
    assert.equal((await (await call(post.find)).json()).items.length, 2);
    const gone = { ...post.undo, url: post.undo.url.replace("{id}", id) };
    assert.equal((await call(gone)).status, 204);
    assert.equal((await call(gone)).status, 404);
  });
  assert.equal(landed(ledger), 2);
  assert.equal(ledger.filter((it) => it.event === "undone").length, 1);
});

test("a payment lands once under its key, and twice without", async () => {
  const ledger = await within({ acts: ["shop.payment"] }, async ([payment]) => {
    const key = { [payment.key_header]: payment.ref };
    const first = await (await call(payment.send, key)).json();
    assert.deepEqual(await (await call(payment.send, key)).json(), first);
    await call(payment.send);
  });
  assert.equal(landed(ledger), 2);
});

test("while a late payment is under way its key is busy", async () => {
  const ledger = await within({ acts: ["shop.payment"], faults: { late: 1 } }, async ([payment]) => {
    const key = { [payment.key_header]: payment.ref };
    const first = call(payment.send, key).catch(() => undefined);
    await new Promise((done) => setTimeout(done, 50));
    assert.equal((await call(payment.send, key)).status, 409);
    await first;
  });
  assert.equal(landed(ledger), 1);
});

test("a filled order's client order id does not keep the same order from trading again; it can be looked up at once", async () => {
  const ledger = await within({ acts: ["exchange.order"] }, async ([order]) => {
    await call(order.send);
    await call(order.send);
    assert.equal((await (await call(order.find)).json()).items.length, 2);
  });
  assert.equal(landed(ledger), 2);
});

test("the same value put twice is one effect, and a platform that refuses does nothing", async () => {
  const twice = await within({ acts: ["store.entry"] }, async ([entry]) => {
    await call(entry.send);
    await call(entry.send);
  });
  assert.equal(landed(twice), 1);
  const refused = await within({ acts: ["store.entry"], refusal: 1 }, async ([entry]) => {
    assert.equal((await call(entry.send)).status, 422);
  });
  assert.equal(landed(refused), 0);
});
