// Makes dist/docs/: the API's reference from its document, and the guides of the repository's docs/ as pages.
import { createHash } from "node:crypto";
import { copyFileSync, readFileSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { Marked } from "marked";
import { page, safe } from "./html.mjs";
import { Reference } from "./reference.mjs";

const GUIDES = new URL("../../docs/", import.meta.url);
const OUT = new URL("../dist/docs/", import.meta.url);
const DOCUMENT = new URL("../../clients/typescript/openapi.json", import.meta.url);

/** Anchors as problems' `type` has them: `## not_found` is #not_found. */
function slug(text) {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9 _-]/g, "")
    .trim()
    .replaceAll(" ", "-");
}

/** Folders whose pages are served, and how their part of the navigation is headed; connectors have an index of their own. */
const FOLDERS = {
  "guide/": "Guide",
  "how-to/": "How to",
  "concepts/": "Concepts",
  "": "In depth",
  "operator/": "For operators",
  "connectors/": "",
};

let folder = ""; // of the page that is made

/** Pages are served flat: connectors/x.md is /docs/connectors-x. Empty: it leads to what isn't served. */
function address(href) {
  if (/^([a-z]+:|#|\/)/.test(href)) return href;
  const { pathname, hash } = new URL(href, `file:///repository/docs/${folder}`);
  const [, inside = "", name] = pathname.match(/^\/repository\/docs\/([a-z-]+\/)?([a-z0-9-]+)\.md$/) ?? [];
  return name && inside in FOLDERS ? `/docs/${inside.replace("/", "-")}${name}${hash}` : "";
}

/** Pictures are served among what never changes under its name. */
function picture(href) {
  const file = new URL(href, new URL(folder, GUIDES));
  const hash = createHash("sha256").update(readFileSync(file)).digest("hex").slice(0, 8);
  const name = file.pathname
    .split("/")
    .at(-1)
    .replace(/\.[a-z]+$/, `-${hash}$&`);
  copyFileSync(file, new URL(`../assets/${name}`, OUT));
  return `/assets/${name}`;
}

const marked = new Marked({
  renderer: {
    image({ href, text }) {
      return `<img src="${safe(picture(href))}" alt="${safe(text)}">`;
    },
    heading({ tokens, depth, text }) {
      return `<h${depth} id="${slug(text)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
    },
    html: ({ text }) => safe(text),
    table(token) {
      const cell = (one, tag) => `<${tag}>${this.parser.parseInline(one.tokens)}</${tag}>`;
      const row = (cells, tag) => `<tr>${cells.map((one) => cell(one, tag)).join("")}</tr>`;
      const body = token.rows.map((cells) => row(cells, "td")).join("");
      return `<div class="wide" tabindex="0"><table><thead>${row(token.header, "th")}</thead><tbody>${body}</tbody></table></div>`;
    },
    link({ href, tokens }) {
      const words = this.parser.parseInline(tokens);
      const to = address(href);
      return to ? `<a href="${safe(to)}">${words}</a>` : words;
    },
  },
});

/** Pages of a folder: where from, what called, how headed. */
async function pages(inside) {
  const files = (await readdir(new URL(inside, GUIDES))).filter((file) => /^[a-z0-9-]+\.md$/.test(file));
  return Promise.all(
    files.map(async (file) => {
      const text = await readFile(new URL(inside + file, GUIDES), "utf8");
      const name = `${inside.replace("/", "-")}${file.slice(0, -".md".length)}`;
      return { folder: inside, file, name, text, title: text.match(/^# (.+)$/m)?.[1] ?? name };
    }),
  );
}

/** Pages in the order in which the map of the documentation names them. */
const MAP = await readFile(new URL("README.md", GUIDES), "utf8");

function order(one) {
  const at = MAP.indexOf(`(${one.folder}${one.file}`);
  return at < 0 ? MAP.length : at;
}

const all = (await Promise.all(Object.keys(FOLDERS).map(pages))).flat().sort((a, b) => order(a) - order(b));
const reference = new Reference(JSON.parse(await readFile(DOCUMENT, "utf8")), (text) => marked.parse(text));
const guides = Object.entries(FOLDERS)
  .filter(([, heading]) => heading)
  .map(([inside, heading]) => {
    const links = all
      .filter((it) => it.folder === inside)
      .map((it) => `<li><a href="/docs/${it.name}">${safe(it.title)}</a></li>`);
    return `<p>${heading}</p><ul>${links.join("")}</ul>`;
  })
  .join("");

await mkdir(OUT, { recursive: true });
await writeFile(new URL("index.html", OUT), page("API reference", reference.navigation() + guides, reference.html()));
for (const one of all) {
  folder = one.folder;
  await writeFile(new URL(`${one.name}.html`, OUT), page(one.title, guides, marked.parse(one.text)));
}
