import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, type BrowserContext, chromium } from "playwright-core";
import { stack } from "./stack";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/** The machine's Chromium; GANGLION_CHROMIUM names another. */
function executable(): string {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const found = [
    process.env.GANGLION_CHROMIUM ?? "",
    ...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))),
    MAC,
  ].find((path) => path !== "" && existsSync(path));
  if (!found) {
    throw new Error("no Chromium on the PATH: install one (apt-get install chromium), or name it by GANGLION_CHROMIUM");
  }
  return found;
}

/** Without what a browser asks the internet by itself. */
const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: executable(), headless: true, args: QUIET });
}

/** With a profile of its own, which others may look at by that port, too. */
export function launchIn(profile: string, port: number): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    executablePath: executable(),
    headless: true,
    args: [...QUIET, `--remote-debugging-port=${port}`],
    baseURL: stack.url,
  });
}
