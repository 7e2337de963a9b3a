// Where the repository's documents are on the site, and in what order the sidebar has them.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, posix, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

/** Documents outside of docs/ that are pages, too. */
const OUTSIDE = {
  "README.md": "about",
  "ARCHITECTURE.md": "architecture",
  "CHANGELOG.md": "changelog",
  "CONTRIBUTING.md": "contributing",
  "GLOSSARY.md": "glossary",
  "SECURITY.md": "reporting",
  "bench/coordination/README.md": "bench/coordination",
  "clients/typescript/README.md": "clients/typescript",
  "docs-site/README.md": "docs-site",
  "infra/container/README.md": "infra/container",
  "infra/keycloak/README.md": "infra/keycloak",
  "infra/kubernetes/README.md": "infra/kubernetes",
  "infra/observability/README.md": "infra/observability",
  "infra/terraform/README.md": "infra/terraform",
  "web-ui/README.md": "web-ui",
};

/** Folders of docs/ in the sidebar: who is named comes first, others follow by name. */
const FOLDERS = {
  guide: ["first-minute", "accounts", "agents", "workflows", "runs", "in-doubt", "approvals", "bill"],
  concepts: ["effects", "coordination", "runs", "groups", "capacity", "state"],
  "how-to": [
    "try-faults",
    "start-once",
    "all-or-none",
    "undo",
    "retry",
    "stop",
    "events",
    "schedule",
    "follow",
    "cap-spend",
    "rotate-credentials",
    "api-keys",
    "verify-bill",
    "leave",
  ],
  connectors: ["index", "writing"],
  operator: ["install", "settings", "keys", "sizing"],
  runbooks: [],
  adr: [],
};

/** The pages of docs/ itself. What is in none of these comes under "More". */
const GROUPS = {
  "Agents and runs": ["quickstart", "sessions", "workflows", "connectors", "oauth", "mcp", "a2a"],
  "Events and messages": ["events-in", "webhooks", "notifications"],
  "Capacity and money": ["capacity", "spend", "ledger", "billing"],
  "Trying things": ["laboratory", "score"],
  "People and safety": ["sign-in", "audit", "security"],
  "What holds": ["reliability", "performance", "scale", "problems"],
};

/** The site's name of a document, without .md; undefined if it is no page. */
export function place(document) {
  if (document.startsWith("docs-site/api/")) return document.slice("docs-site/".length, -".md".length);
  if (document === "docs/README.md") return "index";
  if (document.startsWith("docs/") && document.endsWith(".md")) return document.slice("docs/".length, -".md".length);
  return OUTSIDE[document];
}

/** Globs of Markdown that is no page. */
export const EXCLUDED = [
  "**/node_modules/**",
  "**/target/**",
  "{backend,examples,ledger,migrations}/**",
  "bench/!(coordination)/**",
  "bench/coordination/*/**",
  "clients/typescript/*/**",
  "docs-site/!(api|README.md)/**",
  "infra/*/*/**",
  "web-ui/*/**",
];

/** What a link from one document to another is on the site; throws where it leads nowhere. */
export function target(document, href) {
  const [path, hash = ""] = href.split(/(?=#)/);
  const file = posix.normalize(posix.join(posix.dirname(document), decodeURI(path)));
  const there = join(ROOT, file);
  if (!existsSync(there)) throw new Error(`${document}: ${href} is not there`);
  if (statSync(there).isDirectory()) return folder(file);
  const page = place(file);
  if (page) return { page: `/${page === "index" ? "" : page.replace(/\/index$/, "/")}${hash}` };
  return /\.(ya?ml|json)$/.test(file) ? { copy: file } : {};
}

function folder(path) {
  const first = ["README", "index", ...(names(path)[0] ?? [])].map((name) => `${path}/${name}.md`);
  const page = first.filter((file) => existsSync(join(ROOT, file))).map(place)[0];
  return page ? { page: `/${page}` } : {};
}

function names(path) {
  return readdirSync(join(ROOT, path))
    .filter((file) => file.endsWith(".md"))
    .map((file) => [file.slice(0, -".md".length)])
    .sort();
}

function entry(document) {
  const heading = readFileSync(join(ROOT, document), "utf8").match(/^# (.+)$/m);
  return { text: (heading?.[1] ?? document).replaceAll("`", ""), link: `/${place(document)}` };
}

/** A folder's pages in the sidebar. */
function inside(path, order = []) {
  const all = names(`docs/${path}`).flat();
  for (const name of order) if (!all.includes(name)) throw new Error(`docs/${path}/${name}.md is not there`);
  return [...order, ...all.filter((name) => !order.includes(name))].map((name) => entry(`docs/${path}/${name}.md`));
}

export function sidebar(api) {
  const grouped = Object.values(GROUPS).flat().concat("README", "operator", "tenant-move");
  const more = names("docs").flat().filter((name) => !grouped.includes(name));
  const groups = { ...GROUPS, ...(more.length ? { More: more } : {}) };
  const outside = (...documents) => documents.map((document) => entry(document));
  return [
    { text: "Guide", items: inside("guide", FOLDERS.guide) },
    { text: "How to", collapsed: false, items: inside("how-to", FOLDERS["how-to"]) },
    { text: "Concepts", collapsed: false, items: [...inside("concepts", FOLDERS.concepts), ...outside("GLOSSARY.md")] },
    ...Object.entries(groups).map(([text, pages]) => ({
      text,
      collapsed: true,
      items: pages.map((name) => entry(`docs/${name}.md`)),
    })),
    { text: "Connectors", collapsed: true, items: inside("connectors", FOLDERS.connectors) },
    { text: "API reference", collapsed: true, items: [...api, ...outside("clients/typescript/README.md")] },
    {
      text: "Operator guide",
      collapsed: true,
      items: [
        entry("docs/operator.md"),
        ...inside("operator", FOLDERS.operator),
        entry("docs/tenant-move.md"),
        ...outside(...["container", "kubernetes", "terraform", "keycloak", "observability"].map((it) => `infra/${it}/README.md`)),
      ],
    },
    { text: "Runbooks", collapsed: true, items: inside("runbooks") },
    {
      text: "The project",
      collapsed: true,
      items: outside(
        "README.md",
        "ARCHITECTURE.md",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "SECURITY.md",
        "bench/coordination/README.md",
        "web-ui/README.md",
        "docs-site/README.md",
      ),
    },
    { text: "Decisions", collapsed: true, items: inside("adr") },
  ];
}

/** A file's path in the repository. */
export const document = (file) => relative(ROOT, file).replaceAll("\\", "/");
