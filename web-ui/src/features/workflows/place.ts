/** An object or list that a place in a text is inside of. */
export type Frame = {
  /** Under which member it stands in the one before; `*` for an item of a list, nothing for the document. */
  key: string;
  /** Its members, each with what stands on its line. */
  members: Map<string, string>;
};

/** Where somebody writes. */
export type Place = {
  /** From the document to what the place is directly inside of. */
  frames: Frame[];
  /** The member whose value is written; null: a member's name is. */
  key: string | null;
  /** What is written of it so far. */
  prefix: string;
};

/** A dash or a member's name, at its column. */
type Token = { item: boolean; column: number; name: string; rest: string; parent: Token | undefined; inner: Token[] };

const KEY = /^(?:"([^"]*)"|'([^']*)'|([^\s"'#{}[\]&*!|>%@`,][^:#]*?))\s*:(?:\s+(.*))?$/;
const PREFIX = /^[\w.$*/-]*$/;

/**
 * Where in a document a position is, by columns alone: it need not be YAML yet.
 *
 * @returns null in longer texts, comments and flow style, where nothing is offered
 */
export function placeAt(text: string, position: number): Place | null {
  const before = text.slice(0, position);
  const line = before.split("\n").length - 1;
  const lines = text.split("\n");
  const written = before.slice(before.lastIndexOf("\n") + 1);
  const root: Token = { item: false, column: -1, name: "", rest: "", parent: undefined, inner: [] };
  const open = [root];
  let here: Token | undefined;
  lines.forEach((content, at) => {
    for (const token of at === line ? tokensOf(written, true) : tokensOf(content, false)) {
      put(token, open);
      if (at === line) here = token;
    }
  });
  const prefix = here && (here.name === "" ? here.rest : here.rest.replace(/^["']/, ""));
  if (!here || here.item || prefix === undefined || !PREFIX.test(prefix)) return null;
  return { frames: framesOf(here), key: here.name === "" ? null : here.name, prefix };
}

/** @param writing whether it is the line somebody writes on, where a name need not be whole */
function tokensOf(line: string, writing: boolean): Token[] {
  const tokens: Token[] = [];
  const token = (item: boolean, column: number, name: string, rest: string): Token => ({
    item,
    column,
    name,
    rest,
    parent: undefined,
    inner: [],
  });
  let column = line.length - line.trimStart().length;
  let content = line.slice(column);
  while (/^-(\s|$)/.test(content)) {
    tokens.push(token(true, column, "*", ""));
    const next = content.slice(1).trimStart();
    column += content.length - next.length;
    content = next;
  }
  if (content.startsWith("#")) return tokens;
  const [whole, double, single, bare, rest] = content.match(KEY) ?? [];
  if (whole !== undefined) tokens.push(token(false, column, double ?? single ?? bare ?? "", rest ?? ""));
  else if (writing) tokens.push(token(false, column, "", content));
  return tokens;
}

/** Hangs a token under the one it belongs to; a list may stand at the column of its member. */
function put(token: Token, open: Token[]): void {
  for (let top = open.at(-1); top; top = open.at(-1)) {
    const outer = top.column < token.column || (top.column === token.column && token.item && !top.item);
    if (outer) break;
    open.pop();
  }
  token.parent = open.at(-1);
  token.parent?.inner.push(token);
  open.push(token);
}

function framesOf(token: Token): Frame[] {
  const frames: Frame[] = [];
  for (let at = token.parent; at; at = at.parent) {
    const members = at.inner.filter((one) => !one.item && one !== token && one.name !== "");
    frames.unshift({ key: at.name, members: new Map(members.map(({ name, rest }) => [name, rest])) });
  }
  return frames;
}
