import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { look } from "./look";
import { newOwner } from "./owner";
import { button, People } from "./people";

let people: People;

beforeAll(async () => {
  people = await People.arrive();
});

afterAll(() => people?.leave());

const WORKFLOW = `document:
  dsl: '1.0.3'
  namespace: journey
  name: announce
  version: '1.0.0'
input:
  schema:
    document:
      type: object
      required: [text]
      properties:
        text: {type: string, maxLength: 200}
do:
  - post:
      call: x.createPost
      with: {connection: x, text: '\${ .text }'}
  - remember:
      call: ganglion.state
      with: {set: {last_post: '\${ .id }'}}
`;

test("an owner connects an account of the laboratory, makes an agent, writes a workflow and runs it", async () => {
  const page = await newOwner(people, "Agatha");
  await connect(page);
  await makeAgent(page);
  await writeWorkflow(page);
  await run(page);
  await remembered(page);
  await pause(page);
  expect(people.complaints).toEqual([]);
});

async function connect(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Connections" }).click();
  await page.getByText("Nothing is connected yet").waitFor();
  await look(page, "connections-empty");
  await button(page, "Connect an account").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("list", { name: "Platforms" }).waitFor();
  await look(page, "connections-catalogue");
  await dialog.getByRole("button", { name: /^X/ }).click();
  await look(page, "connections-form");
  await dialog.getByRole("combobox", { name: "Where" }).click();
  await page.getByRole("option", { name: "the laboratory" }).click();
  await dialog.getByRole("button", { name: "Connect", exact: true }).click();
  const rows = page.getByRole("list", { name: "Connections" });
  await rows.getByText("healthy").waitFor();
  await look(page, "connections");
  await rows.getByRole("link", { name: "x" }).click();
  await button(page, "Check it").click();
  await page.getByText("It works").waitFor();
  await look(page, "connection");
}

async function makeAgent(page: Page): Promise<void> {
  await page.getByRole("navigation").getByRole("link", { name: "Agents" }).click();
  await page.getByText("No agents yet").waitFor();
  await look(page, "agents-empty");
  await button(page, "Create an agent").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Name" }).fill("announcer");
  await dialog.getByRole("combobox", { name: "Connections" }).click();
  await page.getByRole("option", { name: "x" }).click();
  await page.keyboard.press("Tab");
  await dialog.getByRole("switch", { name: "Only some actions" }).check();
  await look(page, "agents-form");
  await dialog.getByRole("combobox", { name: "Actions that it may use" }).fill("x.*");
  await page.keyboard.press("Enter");
  await dialog.getByRole("combobox", { name: "Actions that it may use" }).fill("ganglion.*");
  await page.keyboard.press("Enter");
  await dialog.getByRole("button", { name: "Create the agent" }).click();
  await page.getByRole("heading", { name: "announcer" }).waitFor();
  await look(page, "agent");
}

async function writeWorkflow(page: Page): Promise<void> {
  await page.getByRole("navigation").getByRole("link", { name: "Workflows" }).click();
  await page.getByText("No workflows yet").waitFor();
  await look(page, "workflows-empty");
  await page.getByRole("link", { name: "Write the first workflow" }).click();
  const editor = page.getByRole("textbox", { name: "The workflow as YAML" });
  await page.getByText("examples/hello 1.0.0 is valid").waitFor();
  await write(page, editor, WORKFLOW.replace("createPost", "createPist"));
  await page.getByText(/is wrong$/).waitFor();
  await look(page, "workflow-wrong");
  await write(page, editor, WORKFLOW);
  await page.getByText("journey/announce 1.0.0 is valid").waitFor();
  await page.getByRole("group", { name: /^post: call x.createPost/ }).click();
  await look(page, "workflow-new");
  await button(page, "Store this version").click();
  await page.getByRole("heading", { name: "journey/announce 1.0.0" }).waitFor();
  await look(page, "workflow");
}

/** As people do: filling it at once makes the browser write styles into it, of which the content security policy complains. */
async function write(page: Page, editor: Locator, text: string): Promise<void> {
  await editor.click();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.press("Delete");
  await page.keyboard.insertText(text);
}

async function run(page: Page): Promise<void> {
  await button(page, "Run it").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox", { name: "Agent" }).click();
  await page.getByRole("option", { name: "announcer" }).click();
  await dialog.getByRole("textbox", { name: "Text" }).fill("Hello from the journey");
  await look(page, "workflow-run");
  await dialog.getByRole("button", { name: "Start" }).click();
  await dialog.getByText("Accepted").waitFor();
  await dialog.getByRole("button", { name: "Close" }).last().click();
}

async function remembered(page: Page): Promise<void> {
  await page.getByRole("navigation").getByRole("link", { name: "Agents" }).click();
  await page.getByRole("link", { name: "announcer" }).click();
  await page.getByRole("link", { name: "last_post" }).click();
  await button(page, "Change it").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Value" }).fill('"none"');
  await dialog.getByRole("button", { name: "Save" }).click();
  await page.getByRole("group", { name: "From version 1 to version 2" }).waitFor();
  await look(page, "agent-state");
}

async function pause(page: Page): Promise<void> {
  await page.getByRole("link", { name: "announcer" }).click();
  await button(page, "Pause").click();
  await page.getByRole("dialog").getByRole("button", { name: "Pause it" }).click();
  await page.getByText("Paused; nothing was in flight").waitFor();
  await look(page, "agent-paused");
  await button(page, "Resume").click();
  await button(page, "Pause").waitFor();
}
