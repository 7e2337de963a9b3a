import { expect, test } from "vitest";
import { blank, labelOf, objectOf, shapeOf, wrongWith } from "./schema";

const schema = {
  type: "object",
  required: ["api_key", "lots"],
  properties: {
    api_key: { type: "string", minLength: 1, writeOnly: true, description: "sent as a bearer token" },
    lots: { type: "integer", default: 2 },
    side: { type: "string", enum: ["BUY", "SELL"] },
    dry: { type: "boolean" },
    tags: { type: "array", items: { type: "string" } },
    key: { type: "string", pattern: "^[0-9a-f]{4}$" },
  },
};

test("a schema becomes fields by what people have to fill in", () => {
  const shape = shapeOf(schema);
  expect(shape?.free).toBe(false);
  expect(shape?.fields.map(({ name, label, kind, required }) => [name, label, kind, required])).toEqual([
    ["api_key", "API key", "secret", true],
    ["lots", "Lots", "number", true],
    ["side", "Side", "choice", false],
    ["dry", "Dry", "yes-no", false],
    ["tags", "Tags", "json", false],
    ["key", "Key", "text", false],
  ]);
  expect(shape?.fields[0]?.description).toBe("Sent as a bearer token");
});

test("what is written becomes the object, and what is left empty is left out", () => {
  const fields = shapeOf(schema)?.fields ?? [];
  expect(objectOf(fields, blank(fields))).toEqual({ lots: 2 });
  const written = { api_key: "k", lots: "3", side: "BUY", dry: true, tags: '["a"]', key: "" };
  expect(objectOf(fields, written)).toEqual({ api_key: "k", lots: 3, side: "BUY", dry: true, tags: ["a"] });
});

test.each([
  ["api_key", "", "API key is needed"],
  ["api_key", "k", null],
  ["lots", "many", "A number"],
  ["tags", "[", "This is not JSON"],
  ["key", "zz", "It has to match ^[0-9a-f]{4}$"],
  ["key", "", null],
])("of %s %j it says %j", (name, text, wrong) => {
  const field = shapeOf(schema)?.fields.find((one) => one.name === name);
  expect(field && wrongWith(field, text)).toBe(wrong);
});

test("where no form can be drawn there is none", () => {
  expect(shapeOf(undefined)).toBeNull();
  expect(shapeOf({ type: "array" })).toBeNull();
  expect(shapeOf({ type: "object" })).toBeNull();
  expect(shapeOf({ type: "object", properties: { "a.b": { type: "string" } } })).toBeNull();
});

test("a schema of any names takes pairs, and one without members asks for nothing", () => {
  expect(shapeOf({ type: "object", additionalProperties: { type: "string" } })).toEqual({ fields: [], free: true });
  expect(shapeOf({ type: "object", maxProperties: 0 })).toEqual({ fields: [], free: false });
});

test.each([
  ["access_token", "Access token"],
  ["rpcUrl", "RPC URL"],
  ["secret-key", "Secret key"],
])("%s is read as %s", (name, label) => {
  expect(labelOf(name)).toBe(label);
});
