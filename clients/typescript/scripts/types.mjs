import openapiTS, { astToString } from "openapi-typescript";

const METHODS = ["get", "put", "post", "patch", "delete"];

/** The types of an OpenAPI document. */
export async function types(document) {
  const made = structuredClone(document);
  // each operation fails by the same Problem, and has the same headers: repeated 100 times they hide what differs
  for (const path of Object.values(made.paths)) {
    for (const method of METHODS) {
      const responses = path[method]?.responses ?? {};
      for (const [status, response] of Object.entries(responses)) {
        if (!status.startsWith("2")) delete responses[status];
        delete response.headers;
        // read by follow(), as a stream
        if (response.content?.["application/json"]) delete response.content["text/event-stream"];
      }
    }
  }
  delete made.components.responses;
  delete made.components.headers;
  const text = astToString(await openapiTS(made, { emptyObjectsUnknown: true, defaultNonNullable: false }));
  return `// Made by \`npm run api\` from openapi.json. Don't edit.\n\n${text}`;
}
