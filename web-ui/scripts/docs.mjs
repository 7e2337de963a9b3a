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

let folder = ""; // of the page that is made: the connectors' pages are in one of their own

/** Pages are served flat: connectors/x.md is /docs/connectors-x. */
function address(href) {
  const page = href.match(/^(\.\.\/|connectors\/)?([a-z0-9-]+)\.md(#.*)?$/);
  if (!page) return href;
  const [, way, name, anchor = ""] = page;
  const inside = way === "connectors/" || (way === undefined && folder !== "");
  return `/docs/${inside ? "connectors-" : ""}${name}${anchor}`;
}

/** Pictures are served among what never changes under its name. */
function picture(href) {
  const file = new URL(href, new URL(folder, GUIDES));
  const hash = createHash("sha256").update(readFileSync(file)).digest("hex").slice(0, 8);
  const name = file.pathname.split("/").at(-1).replace(".png", `-${hash}.png`);
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
      return `<a href="${safe(address(href))}">${this.parser.parseInline(tokens)}</a>`;
    },
  },
});

const names = (await readdir(GUIDES)).filter((file) => file.endsWith(".md")).map((file) => file.slice(0, -3));
const reference = new Reference(JSON.parse(await readFile(DOCUMENT, "utf8")), (text) => marked.parse(text));
const guides = `<p>Guides</p><ul>${names.map((name) => `<li><a href="/docs/${name}">${name}</a></li>`).join("")}</ul>`;

await mkdir(OUT, { recursive: true });
await writeFile(new URL("index.html", OUT), page("API reference", reference.navigation() + guides, reference.html()));
for (const name of names) {
  const text = await readFile(new URL(`${name}.md`, GUIDES), "utf8");
  await writeFile(new URL(`${name}.html`, OUT), page(name, guides, marked.parse(text)));
}
folder = "connectors/";
for (const file of (await readdir(new URL(folder, GUIDES))).filter((it) => it.endsWith(".md"))) {
  const text = await readFile(new URL(folder + file, GUIDES), "utf8");
  const name = `connectors-${file.slice(0, -3)}`;
  await writeFile(new URL(`${name}.html`, OUT), page(name, guides, marked.parse(text)));
}
