import "@testing-library/jest-dom/vitest";
import { notifications } from "@mantine/notifications";
import { cleanup, configure } from "@testing-library/react";
import { afterAll, afterEach, beforeAll, beforeEach, vi } from "vitest";
import { chooseTenant, rememberCsrfToken } from "../lib/api";
import { homeIsEmpty } from "./home";
import { server } from "./server";

/** A page may take its time on a loaded machine. */
const PATIENCE_MS = 10_000;

// what jsdom lacks and Mantine asks for
vi.stubGlobal("matchMedia", (query: string) => ({
  matches: false,
  media: query,
  addEventListener: () => {},
  removeEventListener: () => {},
  addListener: () => {},
  removeListener: () => {},
}));
vi.stubGlobal(
  "ResizeObserver",
  class {
    observe() {}
    unobserve() {}
    disconnect() {}
  },
);
vi.stubGlobal("scrollTo", () => {});
Element.prototype.scrollIntoView = () => {};
HTMLElement.prototype.scrollTo = () => {};
Object.defineProperty(document, "fonts", { value: { addEventListener: () => {}, removeEventListener: () => {} } });

// what CodeMirror measures text with, and React Flow labels
Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
Range.prototype.getBoundingClientRect = () => new DOMRect();
document.execCommand = () => false;
Object.assign(SVGElement.prototype, { getBBox: () => ({ x: 0, y: 0, width: 0, height: 0 }) });
HTMLCanvasElement.prototype.getContext = () => null; // nothing is drawn: what pictures say is told in words, too

configure({ asyncUtilTimeout: PATIENCE_MS });

beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
beforeEach(() => server.use(...homeIsEmpty()));
afterEach(() => {
  cleanup();
  notifications.clean();
  server.resetHandlers();
  chooseTenant(null);
  rememberCsrfToken(null);
  localStorage.clear();
  sessionStorage.clear();
});
afterAll(async () => {
  await vi.dynamicImportSettled(); // a page's parts that no test has waited for
  server.close();
});
