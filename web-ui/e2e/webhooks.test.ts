import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, expect, test } from "vitest";
import { look } from "./look";
import { newOwner } from "./owner";
import { button, People } from "./people";

let people: People;

beforeAll(async () => {
  people = await People.arrive();
});

afterAll(() => people?.leave());

/** What the endpoint got; it refuses while it is told to. */
async function receiver() {
  const got: { headers: IncomingMessage["headers"]; body: string }[] = [];
  const mood = { status: 204 };
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const piece of request) body += piece;
    got.push({ headers: request.headers, body });
    response.writeHead(mood.status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`;
  return { got, mood, url, close: () => server.close() };
}

test("an owner adds an endpoint, sends a test, sees a failure, and has it sent once more", async () => {
  const page = await newOwner(people, "Wanda");
  const endpoint = await receiver();

  await page.getByRole("link", { name: "Webhooks" }).click();
  await page.getByText("Nobody is told yet").waitFor();
  await look(page, "webhooks-empty");
  await button(page, "Add an endpoint").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Address").fill(endpoint.url);
  await dialog.getByLabel("Description").fill("The order desk");
  await look(page, "webhooks-add");
  await dialog.getByRole("button", { name: "Add the endpoint" }).click();
  const secret = await dialog.getByRole("group", { name: "What messages are checked with" }).innerText();
  await button(page, "I have copied it").click();
  await page.getByRole("link", { name: endpoint.url }).click();

  await page.getByText("Nothing was sent yet").waitFor();
  await button(page, "Send a test").click();
  await page.getByText(/answered 204/).waitFor();
  await look(page, "webhooks-delivered");
  const [first] = endpoint.got;
  expect(new Webhook(secret).verify(first?.body ?? "", first?.headers as Record<string, string>)).toMatchObject({
    type: "webhook.test",
  });

  endpoint.mood.status = 410; // gone: it is switched off at once
  await button(page, "Send a test").click();
  await page.getByText("It is off").waitFor();
  await page.getByText(/answered 410/).waitFor();
  await look(page, "webhooks-off");
  endpoint.mood.status = 204;
  await button(page, "Switch on").click();
  await button(page, "Switch off").waitFor();
  await button(page, "Replay all that failed").click();
  await page.getByText("It is sent once more.").waitFor();
  await page.getByText(/answered 204.*2 tries/).waitFor();
  expect(endpoint.got).toHaveLength(3);
  expect(people.complaints).toEqual([]);
  endpoint.close();
});
