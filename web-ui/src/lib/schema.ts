/** A JSON Schema, read as far as a form can be drawn from it. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** How people fill in a member. */
export type Kind = "text" | "secret" | "number" | "yes-no" | "choice" | "json";

/** A member of an object that a form asks for. */
export type Field = {
  name: string;
  label: string;
  kind: Kind;
  required: boolean;
  description?: string;
  /** What there is to choose from. */
  choices: string[];
  schema: JsonSchema;
};

/** What a form asks for. */
export type Shape = {
  fields: Field[];
  /** Whether it takes texts under any other name, too. */
  free: boolean;
};

/** What stands in a form's fields. */
export type Written = Record<string, string | boolean>;

const ACRONYMS = new Set(["api", "id", "url", "rpc", "uri"]);

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What a form asks for to fill a schema; null where a form can't be drawn and the JSON itself has to be written. */
export function shapeOf(schema: unknown): Shape | null {
  if (!isObject(schema) || (schema.type !== undefined && schema.type !== "object")) return null;
  const members = isObject(schema.properties) ? schema.properties : {};
  const names = Object.keys(members);
  if (names.some((name) => name.includes("."))) return null; // forms would take it for a path
  const required = Array.isArray(schema.required) ? schema.required : [];
  const fields = names.map((name) => fieldOf(name, members[name], required.includes(name)));
  const free = isObject(schema.additionalProperties) && schema.additionalProperties.type === "string";
  return fields.length === 0 && !free && schema.maxProperties !== 0 ? null : { fields, free };
}

function fieldOf(name: string, member: unknown, required: boolean): Field {
  const schema = isObject(member) ? member : {};
  const choices = Array.isArray(schema.enum) ? schema.enum.filter((one) => typeof one === "string") : [];
  return {
    name,
    label: typeof schema.title === "string" ? schema.title : labelOf(name),
    kind: kindOf(schema, choices),
    required,
    ...(typeof schema.description === "string" && { description: sentence(schema.description) }),
    choices,
    schema,
  };
}

function kindOf(schema: JsonSchema, choices: string[]): Kind {
  if (choices.length > 0) return "choice";
  switch (schema.type) {
    case "string":
      return schema.writeOnly === true ? "secret" : "text";
    case "integer":
    case "number":
      return "number";
    case "boolean":
      return "yes-no";
    default:
      return "json";
  }
}

/** `api_key` as people write it: API key. */
export function labelOf(name: string): string {
  const words = name.replace(/([a-z])([A-Z])/g, "$1 $2").split(/[_\s-]+/);
  const written = words.map((word) => (ACRONYMS.has(word.toLowerCase()) ? word.toUpperCase() : word.toLowerCase()));
  return sentence(written.join(" "));
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What is in the fields before anybody has written. */
export function blank(fields: Field[]): Written {
  return Object.fromEntries(
    fields.map(({ name, kind, schema }) => {
      const given = schema.default;
      if (kind === "yes-no") return [name, given === true];
      return [name, given === undefined ? "" : typeof given === "string" ? given : JSON.stringify(given)];
    }),
  );
}

/** What is wrong with a field before it is sent; null: nothing that a form could see. */
export function wrongWith(
  { kind, required, label, schema }: Field,
  written: string | boolean | undefined,
): string | null {
  const text = typeof written === "string" ? written.trim() : "";
  if (kind === "yes-no") return null;
  if (text === "") return required ? `${label} is needed` : null;
  if (kind === "number" && !Number.isFinite(Number(text))) return "A number";
  if (kind === "json" && parsed(text) === undefined) return "This is not JSON";
  if (typeof schema.pattern === "string" && !matches(schema.pattern, text)) return `It has to match ${schema.pattern}`;
  return null;
}

function matches(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern, "u").test(text);
  } catch {
    return true; // a pattern of another dialect: the server knows
  }
}

/** The object that the fields say; what was left empty is left out. */
export function objectOf(fields: Field[], written: Written): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  for (const { name, kind, required } of fields) {
    const one = written[name];
    if (kind === "yes-no") {
      if (one === true || required) value[name] = one === true;
    } else if (typeof one === "string" && one.trim() !== "") {
      value[name] = kind === "number" ? Number(one) : kind === "json" ? parsed(one) : one;
    }
  }
  return value;
}

/** What a text is as JSON; undefined where it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
