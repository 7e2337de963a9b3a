import { stringify } from "yaml";
import { isObject } from "../../lib/schema";

/** What a new workflow begins as. */
export const BLANK = `document:
  dsl: '1.0.3'
  namespace: examples
  name: hello
  version: '1.0.0'
  title: Say hello
input:
  schema:
    document:
      type: object
      properties:
        name: {type: string, maxLength: 100}
do:
  - greet:
      set:
        greeting: \${ "Hello, \\(.name // "world")!" }
  - route:
      switch:
        - long: {when: (.greeting | length) > 20, then: shorten}
        - otherwise: {then: end}
  - shorten:
      set:
        greeting: Hello!
`;

const ORDER = ["document", "input", "use", "schedule", "timeout", "do", "output"];

/** A stored document as YAML; comments and layout of what was sent are not kept by the API. */
export function sourceOf(definition: unknown): string {
  return stringify(ordered(definition), { lineWidth: 0, singleQuote: true, aliasDuplicateObjects: false });
}

function ordered(definition: unknown): unknown {
  if (!isObject(definition)) return definition;
  const rank = (key: string) => (ORDER.includes(key) ? ORDER.indexOf(key) : ORDER.length);
  return Object.fromEntries(Object.entries(definition).sort(([a], [b]) => rank(a) - rank(b)));
}

/** The document under the version after its own. */
export function nextOf(definition: unknown): unknown {
  if (!isObject(definition) || !isObject(definition.document)) return definition;
  const { document } = definition;
  return { ...definition, document: { ...document, version: versionAfter(String(document.version ?? "")) } };
}

/** 1.4.2 after 1.4.1, and 1.4.1 after its pre-release; what is no version stays. */
export function versionAfter(version: string): string {
  const [, major, minor, patch, more] = version.match(/^(\d+)\.(\d+)\.(\d+)(.*)$/) ?? [];
  if (patch === undefined) return version;
  return `${major}.${minor}.${more?.startsWith("-") ? patch : Number(patch) + 1}`;
}
