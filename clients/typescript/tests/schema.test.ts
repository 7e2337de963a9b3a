import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { types } from "../scripts/types.mjs";

test("the types are those of the committed document", async () => {
  const document = JSON.parse(await readFile("openapi.json", "utf8"));
  expect(await types(document), "stale: npm run api -- openapi.json").toBe(await readFile("src/schema.ts", "utf8"));
}, 60_000);
