import { safe } from "./html.mjs";

const METHODS = ["get", "post", "put", "patch", "delete"];
const SCHEMAS = "#/components/schemas/";

/** What the API's document describes, as HTML: operations by tag, then the schemas that they use. */
export class Reference {
  constructor(document, marked) {
    this.document = document;
    this.words = (text) => (text ? marked(text) : "");
    this.operations = Object.entries(document.paths).flatMap(([path, item]) =>
      METHODS.filter((method) => item[method]).map((method) => ({ path, method, ...item[method] })),
    );
    this.named = Object.entries(document.components.schemas).filter(([, schema]) => schema.properties);
  }

  tags() {
    return this.document.tags.map((tag) => ({
      ...tag,
      operations: this.operations.filter((operation) => operation.tags?.[0] === tag.name),
    }));
  }

  navigation() {
    const tags = this.tags().map(({ name }) => `<li><a href="#${anchor(name)}">${safe(name)}</a></li>`);
    return `<p>Resources</p><ul>${tags.join("")}<li><a href="#schemas">schemas</a></li></ul>`;
  }

  html() {
    const { info } = this.document;
    return `<h1>${safe(info.title)} ${safe(info.version)}</h1>
${this.words(info.description)}
<p>As a document for programs: <a href="/api/openapi.json">openapi.json</a> (OpenAPI ${safe(this.document.openapi)}).</p>
${this.tags()
  .map((tag) => this.tag(tag))
  .join("\n")}
<section id="schemas"><h2>Schemas</h2>
${this.named.map(([name, schema]) => this.schema(name, schema)).join("\n")}
</section>`;
  }

  tag({ name, description, operations }) {
    return `<section id="${anchor(name)}"><h2>${safe(name)}</h2>
${this.words(description)}
${operations.map((operation) => this.operation(operation)).join("\n")}
</section>`;
  }

  operation({ operationId, method, path, summary, description, parameters = [], requestBody, responses }) {
    return `<details id="${anchor(operationId)}">
<summary><span class="method ${method}">${method.toUpperCase()}</span> <code>${safe(path)}</code> <span>${safe(summary)}</span></summary>
${this.words(description)}
${parameters.length ? `<h4>Parameters</h4>${this.parameters(parameters)}` : ""}
${requestBody ? `<h4>Body</h4>${this.content(requestBody.content)}` : ""}
<h4>Answers</h4>
<dl>${Object.entries(responses)
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([status, response]) => this.response(status, response))
      .join("")}</dl>
</details>`;
  }

  parameters(parameters) {
    const rows = parameters.map(
      ({ name, in: where, required, description, schema, example }) =>
        `<tr><th scope="row"><code>${safe(name)}</code>${required ? " <em>needed</em>" : ""}</th><td>${safe(where)}</td><td>${this.type(schema)}</td>` +
        `<td>${safe(description ?? "")}${example === undefined ? "" : ` <code>${safe(JSON.stringify(example))}</code>`}</td></tr>`,
    );
    return table(["Name", "In", "Type", "Meaning"], rows);
  }

  response(status, given) {
    const response = given.$ref ? this.document.components.responses[given.$ref.split("/").at(-1)] : given;
    const content = status.startsWith("2") && response.content ? this.content(response.content) : "";
    return `<dt><code>${safe(status)}</code></dt><dd>${safe(response.description ?? "")}${content}</dd>`;
  }

  content(content) {
    return Object.entries(content)
      .map(([type, { schema = {}, example }]) => {
        const shown = typeof example === "string" ? example : JSON.stringify(example, null, 2);
        return (
          `<p><code>${safe(type)}</code> ${this.type(schema)} ${safe(schema.$ref ? "" : (schema.description ?? ""))}</p>` +
          (example === undefined ? "" : `<pre tabindex="0"><code>${safe(shown)}</code></pre>`)
        );
      })
      .join("");
  }

  schema(name, { description, properties, required = [] }) {
    const rows = Object.entries(properties).map(
      ([field, one]) =>
        `<tr><th scope="row"><code>${safe(field)}</code>${required.includes(field) ? " <em>always</em>" : ""}</th>` +
        `<td>${this.type(one)}</td><td>${safe(one.description ?? "")}</td></tr>`,
    );
    return `<article id="${anchor(name)}"><h3>${safe(name)}</h3>${this.words(description)}${table(["Field", "Type", "Meaning"], rows)}</article>`;
  }

  /** A schema in a word, with a link where it has more to tell. */
  type(schema = {}) {
    if (schema.$ref) return this.reference(schema.$ref.slice(SCHEMAS.length));
    if (schema.anyOf) return schema.anyOf.map((one) => this.type(one)).join(" or ");
    if (schema.enum) return schema.enum.map((word) => `<code>${safe(word)}</code>`).join(" ");
    const types = [schema.type ?? "any"]
      .flat()
      .map((type) => (type === "array" ? `list of ${this.type(schema.items)}` : safe(type)));
    return types.join(" or ") + (schema.format ? ` (${safe(schema.format)})` : "");
  }

  reference(name) {
    const schema = this.document.components.schemas[name] ?? {};
    return schema.properties
      ? `<a href="#${anchor(name)}">${safe(name)}</a>`
      : `<span title="${safe(name)}">${this.type(schema)}</span>`;
  }
}

function table(heading, rows) {
  const head = heading.map((name) => `<th scope="col">${name}</th>`).join("");
  return `<div class="wide" tabindex="0"><table><thead><tr>${head}</tr></thead><tbody>${rows.join("")}</tbody></table></div>`;
}

function anchor(name) {
  return name.replace(/[^A-Za-z0-9_-]+/g, "-");
}
