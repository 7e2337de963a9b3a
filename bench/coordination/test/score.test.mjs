import assert from "node:assert/strict";
import { test } from "node:test";
import { wilson } from "../score/interval.mjs";
import { scoreRun } from "../score/run.mjs";

const ACTS = [
  { id: "a1", platform: "feed", ref: "r-a1" },
  { id: "a2", platform: "mailer", ref: "r-a2" },
];
const done = { end: "done", in_doubt: [] };
const post = { platform: "feed", event: "landed", ref: "r-a1" };
const mail = { platform: "mailer", event: "landed", ref: "r-a2" };
const noPost = { platform: "feed", event: "undone", ref: "r-a1" };

const score = (ledger, claim, { commit = "all", refusing = null } = {}) =>
  scoreRun({ brief: { commit, acts: ACTS }, world: { refusing }, ledger, claim });

test("each act once and nothing in doubt is right", () => {
  const it = score([post, mail], done);
  assert.equal(it.outcome, "right");
  assert.equal(it.depth, 2);
});

test("what landed twice is wrong, whatever the driver says of it", () => {
  for (const claim of [done, { end: "failed", in_doubt: ["a2"] }, null]) {
    const it = score([post, mail, mail], claim);
    assert.deepEqual([it.outcome, it.duplicates, it.depth], ["wrong", 1, 1]);
  }
});

test("what landed twice and was undone once is there once", () => {
  assert.equal(score([post, post, noPost, mail], done).outcome, "right");
});

test("an effect that nobody asked for is a duplicate", () => {
  assert.equal(score([post, mail, { ...mail, ref: "other" }], done).duplicates, 1);
});

test("what is missing though it was said to be done is lost, and wrong", () => {
  const it = score([post], done);
  assert.deepEqual([it.outcome, it.lost, it.depth], ["wrong", 1, 1]);
});

test("what is missing and was said to have failed is missed", () => {
  assert.equal(score([post], { end: "failed", in_doubt: [] }).outcome, "missed");
});

test("what a driver names in doubt is counted so, whether or not it landed; and so is all of one that never ended", () => {
  for (const ledger of [[post], [post, mail]]) {
    const it = score(ledger, { end: "failed", in_doubt: ["a2"] });
    assert.deepEqual([it.outcome, it.in_doubt], ["in doubt", 1]);
  }
  assert.deepEqual([score([post, mail], null).outcome, score([], null).in_doubt], ["in doubt", 2]);
});

test("a group that stands by half is wrong, unless the driver says what is in doubt", () => {
  const group = { commit: "all-or-nothing", refusing: "mailer" };
  assert.equal(score([post], { end: "failed", in_doubt: [] }, group).outcome, "wrong");
  assert.equal(score([post], { end: "undone", in_doubt: [] }, group).outcome, "wrong");
  assert.equal(score([post], { end: "failed", in_doubt: ["a2"] }, group).outcome, "in doubt");
});

test("a group of which nothing stands is right where a platform refuses, and missed where none does", () => {
  const undone = { end: "undone", in_doubt: [] };
  assert.equal(score([post, noPost], undone, { commit: "all-or-nothing", refusing: "mailer" }).outcome, "right");
  assert.equal(score([post, noPost], undone, { commit: "all-or-nothing" }).outcome, "missed");
});

test("requests in a pause are counted", () => {
  const request = { platform: "feed", event: "request" };
  assert.equal(score([request, { ...request, paused: true }], done).during_pause, 1);
});

test("an interval is inside of 0 and 1 and holds the share", () => {
  assert.deepEqual(wilson(0, 0), [0, 1]);
  const [low, high] = wilson(20, 20);
  assert.ok(low > 0.8 && low < 0.85 && high > 0.999);
});
