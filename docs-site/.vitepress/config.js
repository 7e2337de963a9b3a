// The site of the repository's documents: they stay where they are, as GitHub shows them.
import { cpSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { defineConfig } from "vitepress";
import { pages as api } from "../api/reference.js";
import { document, EXCLUDED, place, ROOT, sidebar, target } from "./places.js";

const BASE = process.env.GANGLION_DOCS_BASE || "/";
const copies = new Set(); // files that pages link to and that are no pages

/** As GitHub names headings, and DocumentLinksTest checks them. */
function slug(heading) {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replace(/\s/g, "-");
}

/** Links lead to where documents are on the site; what isn't published is words and no link. */
function link(tokens, at, source) {
  const token = tokens[at];
  const href = token.attrGet("href");
  if (!href || /^([a-z]+:|#|\/)/.test(href)) return;
  const { page, copy } = target(source, href);
  if (copy) copies.add(copy);
  if (page || copy) {
    token.attrSet("href", page ?? `/files/${copy}`);
    return;
  }
  token.tag = "span";
  token.attrs = null;
  tokens.slice(at).find((one) => one.type === "link_close").tag = "span";
}

/** Drawings stand in the page, so that they follow its colours. */
function drawing(token, source, Token) {
  const src = token.attrGet("src");
  if (!src.endsWith(".svg")) return token;
  const svg = readFileSync(join(ROOT, dirname(source), src), "utf8")
    .replace(/<style>.*?<\/style>/s, "")
    .replace(/>\s+</g, "><")
    .trim();
  const html = new Token("html_inline", "", 0);
  html.content = `<span class="drawing">${svg}</span>`;
  return html;
}

function inPlace(md) {
  md.core.ruler.push("in-place", ({ tokens, env, Token }) => {
    const source = document(env.realPath ?? env.path);
    for (const block of tokens) {
      if (block.type !== "inline") continue;
      block.children = block.children.map((token) => (token.type === "image" ? drawing(token, source, Token) : token));
      block.children.forEach((token, at) => token.type === "link_open" && link(block.children, at, source));
    }
  });
}

/** Documents are not below our node_modules: what they are compiled to looks for Vue there all the same. */
const vueOfSite = {
  name: "vue-of-site",
  enforce: "pre",
  resolveId(name, importer, options) {
    if (!/^vue($|\/)/.test(name) || !importer || importer.includes("node_modules")) return null;
    return this.resolve(name, join(ROOT, "docs-site/package.json"), { ...options, skipSelf: true });
  },
};

export default defineConfig({
  title: "Ganglion",
  description: "A coordination platform for agents: every effect confirmed, undone or named as in doubt",
  base: BASE,
  srcDir: "..",
  srcExclude: EXCLUDED,
  outDir: "dist",
  cacheDir: "node_modules/.vitepress",
  rewrites: (path) => (place(path) ? `${place(path)}.md` : path),
  ignoreDeadLinks: "localhostLinks",
  head: [["link", { rel: "icon", type: "image/svg+xml", href: `${BASE}mark.svg` }]],
  metaChunk: true,
  markdown: { anchor: { slugify: slug }, config: inPlace, theme: { light: "github-light-high-contrast", dark: "github-dark" } },
  vite: {
    publicDir: join(ROOT, "docs-site/public"),
    plugins: [vueOfSite],
  },
  themeConfig: {
    nav: [
      { text: "Guide", link: "/guide/first-minute", activeMatch: "/guide/" },
      { text: "Concepts", link: "/concepts/effects", activeMatch: "/concepts/" },
      { text: "API", link: "/api/", activeMatch: "/api/" },
      { text: "Operator", link: "/operator", activeMatch: "/operator" },
    ],
    sidebar: sidebar([{ text: "The API", link: "/api/" }, ...api.map(({ tag }) => ({ text: tag, link: `/api/${tag}` }))]),
    outline: [2, 3],
    search: { provider: "local" },
    externalLinkIcon: true,
  },
  buildEnd({ outDir }) {
    const named = { "clients/typescript/openapi.json": "openapi.json", "web-ui/public/mark.svg": "mark.svg" };
    for (const file of [...copies, ...Object.keys(named)]) {
      const to = join(outDir, named[file] ?? `files/${file}`);
      mkdirSync(dirname(to), { recursive: true });
      cpSync(join(ROOT, file), to);
    }
  },
});
