// Drives an agent of a running Ganglion by the official A2A SDK's client: `npm ci && npm run a2a`, with GANGLION_URL and GANGLION_KEY, or beside a
// stack that `./ganglion up` started. Prints what was tried; exit code 0: all of it as the specification says; 3: something is missing here.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { key, missing, post, postYaml, put, url } from "./stack.mjs";

const TIMEOUT_MS = 60_000;

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
if (!existsSync(here("node_modules/@a2a-js/sdk"))) missing(`The SDK is not installed: npm ci --prefix ${here(".")}`);
const { Role, TaskState, TaskNotCancelableError, TaskNotFoundError, UnsupportedOperationError } = {
  ...(await import("@a2a-js/sdk")),
  ...(await import("@a2a-js/sdk/errors")),
};
const { ClientFactory, createAuthenticatingFetchWithRetry, DefaultAgentCardResolver, JsonRpcTransportFactory } = await import(
  "@a2a-js/sdk/client"
);

const run = Date.now().toString(36);

const ECHO = `
document: {dsl: '1.0.3', namespace: a2a-${run}, name: echo, version: '1.0.0'}
do:
  - say: {set: {said: '\${ .text }'}}
`;
const ASKS = `
document: {dsl: '1.0.3', namespace: a2a-${run}, name: asks, version: '1.0.0'}
do:
  - hear: {listen: {to: {one: {with: {type: io.ganglion.a2a.message}}}}}
  - say: {set: {heard: '\${ .[0].text }'}}
`;

async function agent() {
  for (const workflow of [ECHO, ASKS]) await postYaml("/workflows", workflow);
  const { id } = await post("/agents", { name: `a2a-${run}` });
  for (const skill of ["echo", "asks"]) {
    await put(`/agents/${id}/skills/${skill}`, {
      workflow: `a2a-${run}/${skill}`,
      title: skill,
      description: `It ${skill === "echo" ? "says it again" : "asks once"}.`,
    });
  }
  return id;
}

const authenticated = createAuthenticatingFetchWithRetry(fetch, {
  headers: async () => ({ authorization: `Bearer ${key}` }),
  shouldRetryWithHeaders: async () => undefined,
});

/** The agent's address is the one that it was asked at, wherever its card says that it is in public. */
async function client(id) {
  const resolver = new DefaultAgentCardResolver({ fetchImpl: authenticated });
  const address = `${url}/a2a/${id}`;
  const card = await resolver.resolve(`${address}/`, ".well-known/agent-card.json");
  assert.equal(card.name, `a2a-${run}`);
  assert.deepEqual(card.skills.map((skill) => skill.id).sort(), ["asks", "echo"]);
  for (const one of card.supportedInterfaces) one.url = address;
  const factory = new ClientFactory({ transports: [new JsonRpcTransportFactory({ fetchImpl: authenticated })] });
  return factory.createFromAgentCard(card);
}

let sent = 0;
const message = (skill, text, more = {}) => ({
  tenant: "",
  configuration: undefined,
  metadata: undefined,
  ...more.request,
  message: {
    messageId: `${run}-${++sent}`,
    contextId: "",
    taskId: "",
    role: Role.ROLE_USER,
    parts: [{ content: { $case: "text", value: text }, metadata: undefined, filename: "", mediaType: "text/plain" }],
    metadata: { skill },
    extensions: [],
    referenceTaskIds: [],
    ...more.message,
  },
});
const configuration = (more) => ({
  acceptedOutputModes: [],
  taskPushNotificationConfig: undefined,
  returnImmediately: false,
  ...more,
});
const named = (id) => ({ tenant: "", id, historyLength: undefined, metadata: undefined });
const said = (task) => task.artifacts[0].parts[0].content.value;

/** Looks until it holds, or gives up. */
async function until(what, holds) {
  const end = Date.now() + TIMEOUT_MS;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`not within ${TIMEOUT_MS / 1000} s: ${what}`);
    await new Promise((after) => setTimeout(after, 100));
  }
}

async function collect(stream) {
  const events = [];
  for await (const event of stream) events.push(event.payload);
  return events;
}

const a2a = await client(await agent());
const tries = {
  "a message comes to its end, and its task can be got": async () => {
    const task = await a2a.sendMessage(message("echo", "hello"));
    assert.equal(task.status.state, TaskState.TASK_STATE_COMPLETED);
    assert.deepEqual(said(task), { said: "hello" });
    const again = await a2a.getTask(named(task.id));
    assert.equal(again.status.state, TaskState.TASK_STATE_COMPLETED);
    assert.equal(again.contextId, task.contextId);
    assert.equal(again.history.length, 1);
  },
  "the same message is the same task": async () => {
    const asked = message("echo", "once");
    assert.equal((await a2a.sendMessage(asked)).id, (await a2a.sendMessage(asked)).id);
  },
  "a stream begins with the task and ends with its end": async () => {
    const events = await collect(a2a.sendMessageStream(message("echo", "streamed")));
    assert.equal(events[0].$case, "task");
    const last = events.at(-1);
    assert.equal(last.value.status.state, TaskState.TASK_STATE_COMPLETED);
  },
  "a task that asks goes on with the answer, and who subscribes hears it": async () => {
    const asking = await a2a.sendMessage(message("asks", "begin"));
    assert.equal(asking.status.state, TaskState.TASK_STATE_INPUT_REQUIRED);
    const heard = collect(a2a.resubscribeTask({ tenant: "", id: asking.id }));
    await a2a.sendMessage(
      message("asks", "well", { message: { taskId: asking.id, contextId: asking.contextId }, request: { configuration: configuration({ returnImmediately: true }) } }),
    );
    const events = await heard;
    assert.equal(events[0].$case, "task");
    assert.equal(events.at(-1).value.status.state, TaskState.TASK_STATE_COMPLETED);
    assert.ok(events.some((event) => event.$case === "artifactUpdate"));
    assert.deepEqual(said(await a2a.getTask(named(asking.id))), { heard: "well" });
    await assert.rejects(a2a.sendMessage(message("asks", "late", { message: { taskId: asking.id } })), UnsupportedOperationError);
  },
  "history is as long as it was asked for": async () => {
    const task = await a2a.sendMessage(message("echo", "short", { request: { configuration: configuration({ historyLength: 0 }) } }));
    assert.equal(task.history.length, 0);
    assert.equal((await a2a.getTask({ ...named(task.id), historyLength: 1 })).history.length, 1);
  },
  "tasks are listed the last changed first, page by page": async () => {
    const list = (more) =>
      a2a.listTasks({ tenant: "", contextId: "", status: TaskState.TASK_STATE_UNSPECIFIED, pageToken: "", statusTimestampAfter: undefined, ...more });
    const contextId = `talk-${run}`;
    const asked = [];
    for (const text of ["a", "b", "c"]) asked.unshift((await a2a.sendMessage(message("echo", text, { message: { contextId } }))).id);
    const first = await list({ contextId, pageSize: 2 });
    assert.deepEqual(first.tasks.map((task) => task.id), asked.slice(0, 2));
    assert.equal(first.totalSize, 3);
    assert.equal(first.pageSize, 2);
    const second = await list({ contextId, pageSize: 2, pageToken: first.nextPageToken });
    assert.deepEqual(second.tasks.map((task) => task.id), asked.slice(2));
    assert.equal(second.nextPageToken, "");
    assert.equal((await list({ contextId, status: TaskState.TASK_STATE_WORKING })).totalSize, 0);
    assert.equal((await list({ contextId, status: TaskState.TASK_STATE_COMPLETED, includeArtifacts: true })).tasks[0].artifacts.length, 1);
  },
  "a task is cancelled once": async () => {
    const { id } = await a2a.sendMessage(message("asks", "begin"));
    const cancelled = await a2a.cancelTask({ tenant: "", id, metadata: undefined });
    assert.equal(cancelled.status.state, TaskState.TASK_STATE_CANCELED);
    await assert.rejects(a2a.cancelTask({ tenant: "", id, metadata: undefined }), TaskNotCancelableError);
    await assert.rejects(collect(a2a.resubscribeTask({ tenant: "", id })), UnsupportedOperationError);
  },
  "what there is not is not found": async () => {
    await assert.rejects(a2a.getTask(named("run_01h2xcejqtf2nbrexx3vqjhp41")), TaskNotFoundError);
    await assert.rejects(a2a.sendMessage(message("echo", "x", { message: { taskId: "nothing" } })), TaskNotFoundError);
  },
  "who asked is told by push": async () => {
    const told = [];
    const receiver = createServer((request, answer) => {
      let body = "";
      request.on("data", (some) => {
        body += some;
      });
      request.on("end", () => {
        told.push({ token: request.headers["x-a2a-notification-token"], task: JSON.parse(body).task });
        answer.end();
      });
    });
    await new Promise((listening) => receiver.listen(0, "127.0.0.1", listening));
    try {
      const asking = await a2a.sendMessage(message("asks", "begin"));
      const config = { tenant: "", taskId: asking.id, id: "mine", url: `http://127.0.0.1:${receiver.address().port}/`, token: "t-1", authentication: undefined };
      assert.equal((await a2a.createTaskPushNotificationConfig(config)).id, "mine");
      const kept = { tenant: "", taskId: asking.id, id: "mine" };
      assert.equal((await a2a.getTaskPushNotificationConfig(kept)).url, config.url);
      const all = await a2a.listTaskPushNotificationConfig({ tenant: "", taskId: asking.id, pageSize: 0, pageToken: "" });
      assert.deepEqual(all.configs.map((one) => one.id), ["mine"]);
      await a2a.sendMessage(message("asks", "well", { message: { taskId: asking.id } }));
      await until("the end is told", () => told.some(({ task }) => task.id === asking.id && task.status.state === "TASK_STATE_COMPLETED"));
      assert.ok(told.every(({ token }) => token === "t-1"));
      await a2a.deleteTaskPushNotificationConfig(kept);
      await a2a.deleteTaskPushNotificationConfig(kept);
      await assert.rejects(a2a.getTaskPushNotificationConfig(kept), TaskNotFoundError);
    } finally {
      receiver.close();
    }
  },
};

let failed = 0;
for (const [what, it] of Object.entries(tries)) {
  try {
    await it();
    console.log(`✓ ${what}`);
  } catch (wrong) {
    failed++;
    console.log(`✗ ${what}\n  ${wrong.stack ?? wrong}`);
  }
}
console.log(`A2A 1.0 by @a2a-js/sdk: ${Object.keys(tries).length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
