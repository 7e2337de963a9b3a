import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { look } from "./look";
import { newOwner } from "./owner";
import { button, People } from "./people";
import { FAILED, GOING, RUNNING } from "./running";

let people: People;

beforeAll(async () => {
  people = await People.arrive();
});

afterAll(() => people?.leave());

const HELLO = readFileSync(join(import.meta.dirname, "../../examples/hello.yaml"), "utf8");
const ASKING = `
document: {dsl: 1.0.3, namespace: e2e, name: asking, version: 1.0.0}
do:
  - ask:
      call: ganglion.approval
      with:
        title: Publish the launch?
        detail: {caption: Six systems, one nerve}
        timeout: {hours: 1}
  - done:
      set: {approved: '\${ .approved }', why: '\${ .comment }'}
`;

/** Stores a workflow as whoever has signed in there. */
async function store(page: Page, workflow: string): Promise<void> {
  const status = await page.evaluate(async (body) => {
    const me = await (await fetch("/api/v1/me")).json();
    const headers = { "Content-Type": "application/yaml", "X-CSRF-Token": me.csrf_token };
    return (await fetch("/api/v1/workflows", { method: "POST", headers, body })).status;
  }, workflow);
  expect(status).toBe(201);
}

async function start(page: Page, workflow: string, input: string): Promise<void> {
  await page.getByRole("link", { name: "Runs", exact: true }).click();
  await page.getByRole("heading", { name: "Runs", exact: true }).waitFor(); // the page before may have such a button, too
  await button(page, "Start a run").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox", { name: "Workflow" }).click();
  await page.getByRole("option", { name: workflow }).click();
  await dialog.getByRole("textbox", { name: "Input" }).fill(input);
  await dialog.getByRole("button", { name: "Start", exact: true }).click();
  await page.waitForURL("**/runs/run_*");
}

test("an owner starts runs, sees one succeed and decides what another one asks, without a reload", async () => {
  const page = await newOwner(people, "Rita");

  await page.getByRole("link", { name: "Runs", exact: true }).click();
  await page.getByRole("heading", { name: "Runs", exact: true }).waitFor();
  await page.getByText("No runs yet").waitFor();
  await look(page, "runs-empty");
  await page.getByRole("link", { name: "Attention" }).click();
  await page.getByText("No approval waits").waitFor();
  await page.getByText("No effect is in doubt").waitFor();
  await look(page, "attention-empty");

  await store(page, HELLO);
  await start(page, "examples/hello 1.0.0", '{"name": "Ada", "language": "de"}');
  await page.getByText("It has succeeded").waitFor();
  await page.getByRole("group", { name: "Output" }).getByText("Hallo, Ada!").waitFor();
  await page.getByRole("list", { name: "Steps" }).getByText("german").first().waitFor();
  await look(page, "run-succeeded");

  await store(page, ASKING);
  await start(page, "e2e/asking 1.0.0", "{}");
  await page.getByText("It waits for a person's decision").waitFor();
  await page.getByRole("list", { name: "Approvals" }).waitFor();
  await look(page, "run-asks");
  await page.getByRole("link", { name: /^Attention/ }).click();
  await button(page, "Approve: Publish the launch?").waitFor();
  await look(page, "attention-approval");
  const other = await page.context().newPage(); // somebody who looks at the run meanwhile
  await page.getByRole("link", { name: "The run", exact: true }).click();
  await other.goto(page.url());
  await other.getByText("It waits for a person's decision").waitFor();
  await button(page, "Approve: Publish the launch?").click();
  await page.getByLabel("Comment").fill("Looks right to me.");
  await look(page, "run-approve");
  await page.getByRole("dialog").getByRole("button", { name: "Approve" }).click();
  for (const seen of [page, other]) await seen.getByText("It has succeeded").waitFor();
  await page.getByRole("group", { name: "Output" }).getByText("Looks right to me.").waitFor();
  await other.close();

  await page.getByRole("link", { name: "Runs", exact: true }).click();
  await page.getByRole("link", { name: "e2e/asking 1.0.0" }).waitFor();
  await look(page, "runs");
  await page.getByRole("combobox", { name: "Workflow" }).click();
  await page.getByRole("option", { name: "examples/hello" }).click();
  await page.waitForURL(/workflow=examples/);
  await page.getByRole("link", { name: "e2e/asking 1.0.0" }).waitFor({ state: "detached" });
  expect(people.complaints).toEqual([]);
});

test("what only platforms' bad days bring: effects in doubt, waits, failures", async () => {
  const page = await newOwner(people, "Uma");
  for (const [path, body] of Object.entries(RUNNING)) {
    await page.route(
      (url) => url.pathname === path,
      (route) => route.fulfill({ json: typeof body === "function" ? body(new URL(route.request().url())) : body }),
    );
  }
  await page.route("**/api/v1/runs/*/events", (route) => route.fulfill({ status: 403, json: {} }));
  await page.goto("/runs");
  await page.getByText("capacity 20/20").waitFor();
  await look(page, "runs-busy");
  await page.goto(`/runs/${GOING}`);
  await page.getByRole("img", { name: /Timeline over/ }).waitFor();
  await page.getByRole("list", { name: "Steps" }).waitFor();
  await look(page, "run-in-doubt");
  await page.getByText("As a table").click();
  await page.getByRole("table", { name: "Timeline" }).waitFor();
  await look(page, "run-table");
  await page.goto(`/runs/${FAILED}`);
  await page.getByText("Why it failed").waitFor();
  await page.getByText("The task that it points to").click();
  await look(page, "run-failed");
  await page.goto("/attention");
  await page.getByRole("list", { name: "In doubt" }).waitFor();
  await page.getByRole("list", { name: "Can't be taken back" }).waitFor();
  await look(page, "attention");
  await button(page, "Resolve: x.createPost").first().click();
  await page.getByRole("radio", { name: "It landed" }).check();
  await look(page, "attention-resolve");
  expect(people.complaints).toEqual([]);
});
