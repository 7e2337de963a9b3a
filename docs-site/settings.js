// Makes docs/operator/settings.md of the backend's @ConfigMapping interfaces; with --check it fails where that page is stale.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const JAVA = fileURLToPath(new URL("../backend/src/main/java/", import.meta.url));
const PAGE = fileURLToPath(new URL("../docs/operator/settings.md", import.meta.url));

const MEMBER = /(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*)?((?:@\w+(?:\((?:"[^"]*"|[^")])*\))?\s*)*)([\w.<>, ]+?)\s+(\w+)\(\);/g;
const kebab = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Javadoc as a line of Markdown. */
function words(javadoc = "") {
  return javadoc
    .replace(/^\s*\/\*\*|\*\/\s*$/g, "")
    .replace(/^\s*\* ?/gm, "")
    .split(/^\s*@/m)[0]
    .replace(/\{@(?:code|link)\s+#?([^}]*)\}/g, (_, name) => `\`${kebab(name)}\``)
    .replace(/<\/?(p|ul|li|em|b)>/g, " ")
    .replaceAll("|", "\\|")
    .replace(/\s+/g, " ")
    .trim();
}

/** The interface's own text, without interfaces inside of it. */
function parts(text) {
  const found = [];
  for (const head of text.matchAll(/((?:\/\*\*(?:(?!\*\/)[\s\S])*\*\/\s*)?)(?:@\w+(?:\([^)]*\))?\s*)*(?:public )?interface (\w+)[^{]*\{/g)) {
    let depth = 1;
    let end = head.index + head[0].length;
    const start = end;
    for (; depth > 0; end++) depth += { "{": 1, "}": -1 }[text[end]] ?? 0;
    found.push({ name: head[2], javadoc: head[1], start, end, from: head.index });
  }
  return found.map((one) => {
    let body = text.slice(one.start, one.end - 1);
    for (const inner of found.filter(({ from, end }) => from > one.start && end < one.end).reverse())
      body = body.replace(text.slice(inner.from, inner.end), "");
    return { ...one, body };
  });
}

function settings(prefix, name, all) {
  const { body } = all.find((one) => one.name === name);
  return [...body.replace(/\{@[^}]*\}/g, (tag) => tag.replaceAll("()", "")).matchAll(MEMBER)].flatMap(
    ([, javadoc, annotations, type, method]) => {
      const key = `${prefix}.${annotations.match(/@WithName\("([^"]*)"\)/)?.[1] ?? kebab(method)}`;
      const kind = type.trim().replace(/^Optional<(.*)>$/, "$1");
      if (all.some((one) => one.name === kind)) return settings(key, kind, all);
      const given = annotations.match(/@WithDefault\("([^"]*)"\)/)?.[1];
      return [`| \`${key}\` | ${words(javadoc)} | ${given ? `\`${given.replaceAll("|", "\\|")}\`` : ""} |`];
    },
  );
}

const groups = readdirSync(JAVA, { recursive: true })
  .filter((file) => file.endsWith(".java"))
  .map((file) => readFileSync(join(JAVA, file), "utf8"))
  .map((text) => ({ text, prefix: text.match(/@ConfigMapping\(prefix = "(ganglion[^"]*)"/)?.[1] }))
  .filter(({ prefix }) => prefix)
  .sort((a, b) => (a.prefix < b.prefix ? -1 : 1))
  .map(({ text, prefix }) => {
    const all = parts(text);
    const rows = settings(prefix, all[0].name, all);
    return `## ${prefix}\n\n${words(all[0].javadoc)}\n\n| setting | what | default |\n|---|---|---|\n${rows.join("\n")}\n`;
  });

const page = `# All settings

A setting's variable is its name in capitals, with \`_\` for all else: \`ganglion.engine.max-runs\` is \`GANGLION_ENGINE_MAX_RUNS\`. What a backend can't start without is
[in five variables](../../infra/container/README.md#what-a-backend-needs-at-its-start). Durations are ISO 8601 (\`PT10M\`) or short (\`10m\`). Empty: no default.

*Made of the source by \`npm --prefix docs-site run settings\`.*

${groups.join("\n")}`;

if (process.argv.includes("--check")) {
  if (readFileSync(PAGE, "utf8") !== page) {
    console.error("docs/operator/settings.md is stale: npm --prefix docs-site run settings");
    process.exit(1);
  }
} else {
  writeFileSync(PAGE, page);
}
