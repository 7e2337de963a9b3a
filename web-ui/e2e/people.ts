import type { Browser, BrowserContext, Page } from "playwright-core";
import { launch } from "./browser";
import { stack } from "./stack";

const PATIENCE_MS = 20_000;

export type Seat = { context: BrowserContext; page: Page };

/** People before a browser each, and what their pages complained about; what the API refuses is none. */
export class People {
  readonly complaints: string[] = [];

  private constructor(private readonly browser: Browser) {}

  static async arrive(): Promise<People> {
    return new People(await launch());
  }

  /** Somebody the stack has never seen. */
  async newcomer(): Promise<Seat> {
    const context = await this.browser.newContext({ baseURL: stack.url });
    context.setDefaultTimeout(PATIENCE_MS);
    const page = await context.newPage();
    const ours = () => page.url().startsWith(stack.url);
    page.on("pageerror", (error) => ours() && this.complaints.push(String(error)));
    page.on("console", (message) => {
      if (ours() && message.type() === "error" && !/status of 4\d\d/.test(message.text()))
        this.complaints.push(message.text());
    });
    return { context, page };
  }

  async leave(): Promise<void> {
    await this.browser.close();
  }
}

export const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });
