import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll } from "vitest";
import { createClient } from "../src/index.js";

export const URL = "http://ganglion.test";
export const server = setupServer();

/** Waits of a millisecond: the tests look at what is sent, not at how long it takes. */
export const HASTY = { attempts: 4, firstDelayMs: 1, longestDelayMs: 2_000, timeoutMs: 2_000 };

export const api = createClient({ url: `${URL}/`, key: "gk_lab_1", retry: HASTY });

/** Answers requests from the fake API while the file's tests run; what has no answer there is an error. */
export function serving(): void {
  beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
  afterEach(() => server.resetHandlers());
  afterAll(() => server.close());
}
