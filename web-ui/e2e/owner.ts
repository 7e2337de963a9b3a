import type { Page } from "playwright-core";
import { onTestFailed } from "vitest";
import { shot } from "./look";
import { button, type People } from "./people";
import { register } from "./provider";

const stamp = Date.now().toString(36);

/** Somebody who has signed up and named a tenant. */
export async function newOwner(people: People, name: string): Promise<Page> {
  const { page } = await people.newcomer();
  onTestFailed(() => shot(page, `failed-${name.toLowerCase()}`));
  await newcomerAt(page, name);
  return page;
}

/** Signs somebody up before a page that nobody has used yet, and names their tenant. */
export async function newcomerAt(page: Page, name: string): Promise<void> {
  await page.goto("/auth/register?next=/");
  await register(page, { email: `${name.toLowerCase()}-${stamp}@example.com`, name: `${name} Example` });
  await page.getByLabel("Name your tenant").fill(`${name}'s ${stamp}`);
  await button(page, "Create the tenant").click();
  await page.getByText("No runs yet").waitFor();
}
