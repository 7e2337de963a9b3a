// Makes src/lib/schema.d.ts from the backend's OpenAPI document: `npm run api -- FILE-OR-URL`.
import { readFile, writeFile } from "node:fs/promises";
import openapiTS, { astToString } from "openapi-typescript";

const OUT = new URL("../src/lib/schema.d.ts", import.meta.url);
const METHODS = ["get", "put", "post", "patch", "delete"];

const source = process.argv[2] ?? "http://127.0.0.1:7600/api/openapi.json";
const text = source.startsWith("http") ? await (await fetch(source)).text() : await readFile(source, "utf8");
const document = JSON.parse(text);

// each operation fails by the same Problem, which lib/problem.ts reads: repeated 100 times it hides what differs
for (const path of Object.values(document.paths)) {
  for (const method of METHODS) {
    const responses = path[method]?.responses ?? {};
    for (const status of Object.keys(responses)) {
      if (!status.startsWith("2")) delete responses[status];
    }
  }
}

const types = astToString(await openapiTS(document, { emptyObjectsUnknown: true }));
await writeFile(OUT, `// Made by \`npm run api\` from the backend's OpenAPI document. Don't edit.\n\n${types}`);
console.log(`${OUT.pathname}: ${types.split("\n").length} lines`);
