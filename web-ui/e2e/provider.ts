import type { Page } from "playwright-core";
import { linkIn, mailTo } from "./mail";

export type Person = { email: string; name: string };

const PASSWORD = "a long pass phrase of 7 words";

/** Registers at Keycloak, whose page is open, and follows the link in its mail; the way leads back to us. */
export async function register(page: Page, { email, name }: Person): Promise<void> {
  const [first = "", last = ""] = name.split(" ");
  await page.locator("#email").fill(email);
  await page.locator("#firstName").fill(first);
  await page.locator("#lastName").fill(last);
  await page.locator("#kc-register-form [type=submit]").click();
  await page
    .getByText(/verify your/i)
    .first()
    .waitFor();
  await page.goto(linkIn(await mailTo(email, /verif/i), /login-actions/));
  await page.locator("#password-new").fill(PASSWORD);
  await page.locator("#password-confirm").fill(PASSWORD);
  await page.locator("#kc-passwd-update-form [type=submit]").click();
}

/** Signs somebody in who has registered, at Keycloak's page, which is open. */
export async function signIn(page: Page, { email }: Person): Promise<void> {
  await page.locator("#username").fill(email);
  await page.locator("#kc-login").click(); // whose organization has a provider is sent there
  await page.locator("#password").fill(PASSWORD);
  await page.locator("#kc-login").click();
}
