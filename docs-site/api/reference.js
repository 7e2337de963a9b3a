// The API's document as Markdown: a page a tag, and one of all schemas.
import { readFileSync } from "node:fs";

const API = JSON.parse(readFileSync(new URL("../../clients/typescript/openapi.json", import.meta.url), "utf8"));
const METHODS = ["get", "post", "put", "patch", "delete"];
const SCHEMAS = Object.entries(API.components.schemas).filter(([, schema]) => schema.properties);

const operations = Object.entries(API.paths).flatMap(([path, item]) =>
  METHODS.filter((method) => item[method]).map((method) => ({ path, method, ...item[method] })),
);

/** Text in a cell of a table. */
const cell = (text = "") => String(text).replaceAll("|", "\\|").replaceAll("<", "&lt;").replace(/\s*\n\s*/g, " ");
const code = (text) => `\`${cell(text)}\``;
const slug = (name) => name.replaceAll(" ", "-");

function table(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** A schema in a word, with a link where it has more to tell. */
function type(schema = {}) {
  if (schema.$ref) {
    const name = schema.$ref.split("/").at(-1);
    return API.components.schemas[name]?.properties ? `[${name}](/api/schemas#${name.toLowerCase()})` : type(API.components.schemas[name]);
  }
  if (schema.anyOf) return schema.anyOf.map(type).join(" or ");
  if (schema.enum) return schema.enum.map(code).join(" ");
  const types = [schema.type ?? "any"].flat().map((one) => (one === "array" ? `list of ${type(schema.items)}` : one));
  return types.join(" or ") + (schema.format ? ` (${schema.format})` : "");
}

function content(media) {
  return Object.entries(media).map(([mime, { schema = {}, example }]) => {
    const shown = typeof example === "string" ? example : JSON.stringify(example, null, 2);
    const fence = example === undefined ? "" : `\n\n\`\`\`\`${typeof example === "string" ? "text" : "json"}\n${shown}\n\`\`\`\``;
    return `${code(mime)}: ${type(schema)}${fence}`;
  });
}

function operation({ operationId, path, method, summary, description, parameters = [], requestBody, responses }) {
  const answers = Object.entries(responses)
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([status, given]) => [status, given.$ref ? API.components.responses[given.$ref.split("/").at(-1)] : given]);
  const good = answers.filter(([status, { content: media }]) => status.startsWith("2") && media);
  return [
    `## ${summary} {#${operationId}}`,
    `\`\`\`http\n${method.toUpperCase()} ${path}\n\`\`\``,
    description,
    parameters.length &&
      table(
        ["Parameter", "In", "Type", "Meaning"],
        parameters.map(({ name, in: where, required, schema, description: meaning, example }) => [
          code(name) + (required ? " *needed*" : ""),
          where,
          type(schema),
          cell(meaning) + (example === undefined ? "" : ` ${code(typeof example === "string" ? example : JSON.stringify(example))}`),
        ]),
      ),
    requestBody && `**Body** ${content(requestBody.content).join("\n\n")}`,
    ...good.map(([status, { content: media }]) => `**Answer ${status}** ${content(media).join("\n\n")}`),
    table(
      ["Status", "Meaning"],
      answers.map(([status, { description: meaning }]) => [code(status), cell(meaning)]),
    ),
  ]
    .filter(Boolean)
    .join("\n\n");
}

function schema([name, { description, properties, required = [] }]) {
  const rows = Object.entries(properties).map(([field, one]) => [
    code(field) + (required.includes(field) ? " *always*" : ""),
    type(one),
    cell(one.description),
  ]);
  return [`## ${name} {#${name.toLowerCase()}}`, description, table(["Field", "Type", "Meaning"], rows)].filter(Boolean).join("\n\n");
}

const page = (title, parts) => `# ${title}\n\n::: v-pre\n\n${parts.filter(Boolean).join("\n\n")}\n\n:::\n`;

export const pages = [
  ...API.tags.map(({ name, description }) => ({
    tag: slug(name),
    text: page(`API: ${name}`, [
      `${description}.`,
      ...operations.filter(({ tags }) => tags?.[0] === name).map(operation),
    ]),
  })),
  { tag: "schemas", text: page("API: schemas", SCHEMAS.map(schema)) },
];

/** The index: every operation in a line. */
export const index = page("The API", [
  API.info.description,
  "The document for programs is [openapi.json](/openapi.json); a running backend serves its own at `/api/openapi.json`, and this reference at `/docs`.",
  ...API.tags.map(({ name, description }) =>
    [
      `## ${name}`,
      `${description}.`,
      table(
        ["Operation", "What"],
        operations
          .filter(({ tags }) => tags?.[0] === name)
          .map(({ method, path, summary, operationId }) => [
            code(`${method.toUpperCase()} ${path}`),
            `[${summary}](/api/${slug(name)}#${operationId})`,
          ]),
      ),
    ].join("\n\n"),
  ),
]);
