import type { Page } from "playwright-core";
import { linkIn, mailTo } from "./mail";

export type Person = { email: string; name: string };

const PASSWORD = "a long pass phrase of 7 words";

/** Registers at Keycloak, whose page is open, and follows the link in its mail, which leads back to us. */
export async function register(page: Page, { email, name }: Person): Promise<void> {
  const [first = "", last = ""] = name.split(" ");
  await page.locator("#email").fill(email);
  for (const [id, text] of [
    ["#firstName", first],
    ["#lastName", last],
    ["#password", PASSWORD],
    ["#password-confirm", PASSWORD],
  ] as const) {
    if (await page.locator(id).count()) await page.locator(id).fill(text);
  }
  await page.locator("#kc-register-form [type=submit]").click();
  await page
    .getByText(/verify your (account|e-?mail)/i)
    .first()
    .waitFor();
  await page.goto(linkIn(await mailTo(email, /verif/i), /login-actions/));
}
