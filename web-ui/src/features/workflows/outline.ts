import { isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, type YAMLMap } from "yaml";

/** What kinds of task there are, the ones that tell it first: a `for` has a `do`, too. */
const KINDS = ["call", "for", "fork", "try", "switch", "listen", "emit", "raise", "run", "set", "wait", "do"] as const;
export type Kind = (typeof KINDS)[number] | "unknown";

/** Tasks one after the other inside of a task. */
export type Lane = { label: string; tasks: Task[] };

/** Where a switch goes. */
export type Case = { name: string; when: string | undefined; goal: string };

/** A task as it stands in the text. */
export type Task = {
  /** Its JSON pointer in the document. */
  pointer: string;
  name: string;
  kind: Kind;
  /** What it does, in a few words of its own. */
  about: string;
  /** Where it stands in the text, as offsets. */
  from: number;
  to: number;
  goal: string | undefined;
  cases: Case[];
  lanes: Lane[];
  /** What Ganglion is told of it, such as a group's being atomic. */
  marks: string[];
};

export type Broken = { message: string; from: number; to: number; line: number };

/** What a text says, as far as it can be read. */
export type Outline = {
  tasks: Task[];
  /** Why it is no YAML. */
  broken: Broken[];
  /** The schema of the input, where it stands in the document. */
  input: unknown;
  /** Functions of its own. */
  functions: string[];
};

type Read = Node | null | undefined;
type Entry = { key: Node; name: string; value: Node | null };

export function outline(text: string): Outline {
  const lines = new LineCounter();
  const { contents, errors } = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const input = read(contents, "input", "schema", "document");
  return {
    tasks: list(read(contents, "do"), "/do", text),
    broken: errors.map(({ message, pos: [from, to] }) => ({ message, from, to, line: lines.linePos(from).line })),
    input: errors.length === 0 && isMap(input) ? input.toJSON() : undefined,
    functions: entries(read(contents, "use", "functions")).map(({ name }) => name),
  };
}

function entries(node: Read): Entry[] {
  if (!isMap(node)) return [];
  return (node as YAMLMap<Node, Node | null>).items.flatMap(({ key, value }: Pair<Node, Node | null>) =>
    isScalar(key) ? [{ key, name: String(key.value), value }] : [],
  );
}

/** What stands at the end of a path of members. */
function read(node: Read, ...path: string[]): Read {
  return path.reduce((at: Read, name) => entries(at).find((one) => one.name === name)?.value, node);
}

function scalar(node: Read): string | undefined {
  return isScalar(node) && node.value !== null ? String(node.value) : undefined;
}

/** The one member of each item of a list: its tasks, branches or cases. */
function named(node: Read): (Entry | undefined)[] {
  return isSeq(node) ? node.items.map((item) => entries(item as Node)[0]) : [];
}

function list(node: Read, pointer: string, text: string): Task[] {
  return named(node).flatMap((entry, index) =>
    entry ? [task(entry, `${pointer}/${index}/${escaped(entry.name)}`, text)] : [],
  );
}

function escaped(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}

function task({ key, name, value }: Entry, pointer: string, text: string): Task {
  const kind: Kind = KINDS.find((one) => read(value, one) !== undefined) ?? "unknown";
  const from = key.range?.[0] ?? 0;
  const to = Math.max(value?.range?.[1] ?? 0, key.range?.[1] ?? 0);
  return {
    pointer,
    name,
    kind,
    about: about(kind, read(value, kind)),
    from,
    to: from + text.slice(from, to).trimEnd().length,
    goal: scalar(read(value, "then")),
    cases: kind === "switch" ? cases(read(value, "switch")) : [],
    lanes: lanes(kind, value, pointer, text),
    marks: marks(read(value, "metadata", "ganglion")),
  };
}

function lanes(kind: Kind, value: Read, pointer: string, text: string): Lane[] {
  const inner = (...path: string[]) => list(read(value, ...path), `${pointer}/${path.join("/")}`, text);
  switch (kind) {
    case "do":
      return [{ label: "", tasks: inner("do") }];
    case "for":
      return [{ label: "each", tasks: inner("do") }];
    case "fork":
      return inner("fork", "branches").map((branch) => ({ label: "", tasks: [branch] }));
    case "try":
      return [
        { label: "try", tasks: inner("try") },
        { label: "catch", tasks: inner("catch", "do") },
      ];
    case "listen":
      return [{ label: "each event", tasks: inner("foreach", "do") }];
    default:
      return [];
  }
}

function cases(node: Read): Case[] {
  return named(node).flatMap((entry) =>
    entry
      ? [
          {
            name: entry.name,
            when: scalar(read(entry.value, "when")),
            goal: scalar(read(entry.value, "then")) ?? "continue",
          },
        ]
      : [],
  );
}

function about(kind: Kind, value: Read): string {
  const said = (...path: string[]) => scalar(read(value, ...path));
  switch (kind) {
    case "call":
      return scalar(value) ?? "";
    case "for":
      return `${said("each") ?? "item"} in ${said("in") ?? "…"}`;
    case "fork":
      return said("compete") === "true" ? "the first one wins" : "side by side";
    case "wait":
      return (
        scalar(value) ??
        entries(value)
          .map(({ name, value: many }) => `${scalar(many) ?? ""} ${name}`)
          .join(" ")
      );
    case "run":
      return `${said("workflow", "namespace") ?? "…"}/${said("workflow", "name") ?? "…"}`;
    case "emit":
      return said("event", "with", "type") ?? "";
    case "raise":
      return said("error", "title") ?? said("error") ?? "";
    case "set":
      return (
        scalar(value) ??
        entries(value)
          .map(({ name }) => name)
          .join(", ")
      );
    default:
      return "";
  }
}

/** What of metadata.ganglion changes what a task is. */
function marks(told: Read): string[] {
  return entries(told).flatMap(({ name }) => {
    if (name === "group") return ["all or nothing"];
    return name === "compensate" ? ["taken back on failure"] : [];
  });
}

/** All tasks, outer ones before those in them. */
export function flat(tasks: Task[]): Task[] {
  return tasks.flatMap((one) => [one, ...one.lanes.flatMap(({ tasks: inner }) => flat(inner))]);
}

/** The innermost task at that offset of the text. */
export function taskAt(tasks: Task[], offset: number): Task | undefined {
  return flat(tasks).findLast(({ from, to }) => from <= offset && offset <= to);
}

/** Functions that tasks call. */
export function calls(tasks: Task[]): string[] {
  return flat(tasks)
    .filter(({ kind }) => kind === "call")
    .map(({ about: called }) => called);
}
