import { isObject, type JsonSchema } from "../../lib/schema";
import type { Frame, Place } from "./place";

/** Something that may be written at a place. */
export type Offer = {
  label: string;
  detail?: string;
  info?: string;
  kind: "member" | "value";
  /** What its value begins as, where it can be nothing else. */
  opens?: "object" | "list";
};

/** What is known beyond the language itself. */
export type Knowledge = {
  /** JSON Schemas of functions' arguments, by what `call` says. */
  functions: Map<string, { title: string; schema: JsonSchema; connection: boolean }>;
  /** A JSON Schema of metadata.ganglion. */
  metadata: JsonSchema;
  connections: { name: string; connector: string }[];
  agents: string[];
  /** Names of tasks, for `then`. */
  tasks: string[];
};

/** What the DSL has and Ganglion doesn't run. */
const NOT_OFFERED = new Set([
  "CallAsyncAPI",
  "CallGRPC",
  "RunContainer",
  "RunScript",
  "RunShell",
  "UseExtensions",
  "UseCatalogs",
  "McpStdioTransport",
]);
const PROTOCOLS = ["http", "openapi", "mcp", "a2a"];

/** Schemas that hold together. */
type Way = JsonSchema[];

/** What may be written where, by the DSL's own JSON Schema. */
export class Language {
  constructor(private readonly dsl: JsonSchema) {}

  offers({ frames, key }: Place, knowledge: Knowledge): Offer[] {
    const ways = this.at(frames, knowledge);
    return key === null ? this.members(ways, frames, knowledge) : this.values(ways, frames, key, knowledge);
  }

  private members(ways: Way[], frames: Frame[], knowledge: Knowledge): Offer[] {
    const written = frames.at(-1)?.members ?? new Map();
    const offers = new Map<string, Offer>();
    for (const [name, schema] of this.known(ways)) {
      if (written.has(name) || offers.has(name)) continue;
      const shown = this.ways(schema).flat();
      const opens = opening(shown);
      const info = text(schema.description) ?? shown.map((one) => text(one.description)).find(Boolean);
      offers.set(name, {
        label: name,
        kind: "member",
        ...(info && { info }),
        ...(opens && { opens }),
      });
    }
    if (frames.at(-1)?.key === "metadata" && !written.has("ganglion")) {
      offers.set("ganglion", { label: "ganglion", kind: "member", opens: "object", ...describe(knowledge.metadata) });
    }
    return [...offers.values()];
  }

  private values(ways: Way[], frames: Frame[], key: string, knowledge: Knowledge): Offer[] {
    const under = frames.at(-1)?.key;
    const value = (label: string, detail?: string): Offer => ({ label, kind: "value", ...(detail && { detail }) });
    if (key === "call") {
      return [
        ...[...knowledge.functions].map(([name, { title }]) => value(name, title)),
        ...PROTOCOLS.filter((name) => !knowledge.functions.has(name)).map((name) => value(name)),
      ];
    }
    if (key === "connection" && frames.some((frame) => frame.key === "with")) {
      return knowledge.connections.map(({ name, connector }) => value(name, connector));
    }
    if (key === "agent" && under === "ganglion") return knowledge.agents.map((name) => value(name));
    const listed = this.step(ways, key)
      .flat()
      .flatMap(({ enum: choices, const: only, type }) => [
        ...(Array.isArray(choices) ? choices : []),
        ...(only === undefined ? [] : [only]),
        ...(type === "boolean" ? [true, false] : []),
      ])
      .map(String);
    const names = key === "then" ? knowledge.tasks : [];
    return [...new Set([...listed, ...names])].map((one) => value(one));
  }

  /** Schemas of the innermost object. */
  private at(frames: Frame[], knowledge: Knowledge): Way[] {
    let ways = this.narrow(this.ways(this.dsl), frames[0]);
    frames.slice(1).forEach((frame, at) => {
      const outer = frames[at];
      const called = frame.key === "with" ? knowledge.functions.get(bare(outer?.members.get("call"))) : undefined;
      if (called) ways = this.ways(withConnection(called));
      else if (frame.key === "ganglion" && outer?.key === "metadata") ways = this.ways(knowledge.metadata);
      else ways = this.step(ways, frame.key);
      ways = this.narrow(ways, frame);
    });
    return ways;
  }

  /** The ways that fit best what is written already: beside `fork` nothing of `call` is offered. */
  private narrow(ways: Way[], frame: Frame | undefined): Way[] {
    const names = [...(frame?.members.keys() ?? [])];
    const fits = (way: Way) =>
      names.filter((name) => way.some((schema) => memberOf(schema, name) !== undefined)).length;
    const best = Math.max(0, ...ways.map(fits));
    const called = bare(frame?.members.get("call"));
    const told = ways.filter((way) => fits(way) === best);
    const exact = told.filter((way) => way.some((schema) => memberOf(schema, "call")?.const === called));
    return called !== "" && exact.length > 0 ? exact : told;
  }

  private step(ways: Way[], key: string): Way[] {
    return ways.flatMap((way) =>
      way.flatMap((schema) => {
        const inner = key === "*" ? schema.items : (memberOf(schema, key) ?? schema.additionalProperties);
        return isObject(inner) ? this.ways(inner) : [];
      }),
    );
  }

  private known(ways: Way[]): [string, JsonSchema][] {
    return ways
      .flat()
      .flatMap(({ properties }) =>
        isObject(properties)
          ? Object.entries(properties).flatMap(([name, schema]): [string, JsonSchema][] =>
              isObject(schema) && !refused(schema) ? [[name, schema]] : [],
            )
          : [],
      );
  }

  /** Each way in which a schema can be met, as the schemas that hold at once. */
  private ways(schema: JsonSchema): Way[] {
    if (refused(schema)) return [];
    let ways: Way[] = [[schema]];
    const both = (more: Way[]) => {
      if (more.length > 0) ways = ways.flatMap((one) => more.map((other) => [...one, ...other]));
    };
    if (typeof schema.$ref === "string") {
      const found = this.named(schema.$ref);
      if (found) both(this.ways(found));
    }
    for (const one of listOf(schema.allOf)) both(this.ways(one));
    for (const choice of [listOf(schema.oneOf), listOf(schema.anyOf)]) both(choice.flatMap((one) => this.ways(one)));
    return ways;
  }

  private named(reference: string): JsonSchema | undefined {
    const name = reference.replace("#/$defs/", "");
    const found = isObject(this.dsl.$defs) ? this.dsl.$defs[name] : undefined;
    return isObject(found) ? found : undefined;
  }
}

function refused({ title }: JsonSchema): boolean {
  return typeof title === "string" && NOT_OFFERED.has(title);
}

function memberOf({ properties }: JsonSchema, name: string): JsonSchema | undefined {
  const member = isObject(properties) && Object.hasOwn(properties, name) ? properties[name] : undefined;
  return isObject(member) ? member : undefined;
}

function listOf(value: unknown): JsonSchema[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function opening(schemas: JsonSchema[]): "object" | "list" | undefined {
  const types = new Set(schemas.flatMap(({ type }) => (typeof type === "string" ? [type] : [])));
  const [only] = types;
  if (types.size !== 1) return undefined;
  return only === "object" ? "object" : only === "array" ? "list" : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function describe({ description }: JsonSchema): { info?: string } {
  const info = text(description);
  return info ? { info } : {};
}

/** A scalar without its quotes. */
function bare(written: string | undefined): string {
  return (written ?? "").trim().replace(/^(["'])(.*)\1$/, "$2");
}

/** A connector's action is given the name of a connection, beside its own arguments. */
function withConnection({ schema, connection }: { schema: JsonSchema; connection: boolean }): JsonSchema {
  if (!connection || !isObject(schema.properties)) return schema;
  const name = { type: "string", description: "Name of one of the agent's connections." };
  return { ...schema, properties: { connection: name, ...schema.properties } };
}
