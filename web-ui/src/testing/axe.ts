import axe from "axe-core";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds on the page; colours are looked at in a browser alone (e2e/look.ts). */
export async function findings(): Promise<string[]> {
  const { violations } = await axe.run(document.body, {
    runOnly: RULES,
    rules: { "color-contrast": { enabled: false } },
  });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
