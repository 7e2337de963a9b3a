// Makes openapi.json and src/schema.ts anew from what a backend serves: `npm run api -- FILE-OR-URL`.
import { readFile, writeFile } from "node:fs/promises";
import { types } from "./types.mjs";

const source = process.argv[2] ?? "http://127.0.0.1:7600/api/openapi.json";
const text = source.startsWith("http") ? await (await fetch(source)).text() : await readFile(source, "utf8");
const document = JSON.parse(text);

await writeFile(new URL("../openapi.json", import.meta.url), `${JSON.stringify(document, null, 1)}\n`);
await writeFile(new URL("../src/schema.ts", import.meta.url), await types(document));
console.log(`${Object.keys(document.paths).length} paths`);
