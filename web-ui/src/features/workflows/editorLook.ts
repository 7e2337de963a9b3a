import { HighlightStyle } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

/** Colours of the text; what they are is in Editor.module.css. */
export const COLORS = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: "var(--code-name)" },
  { tag: tags.string, color: "var(--code-text)" },
  { tag: [tags.content], color: "var(--mantine-color-text)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--code-number)" },
  { tag: [tags.keyword, tags.labelName, tags.typeName], color: "var(--code-word)" },
  { tag: [tags.comment, tags.lineComment], color: "var(--code-comment)", fontStyle: "italic" },
]);

/** Like the cards around it, light or dark. Pictures by data: addresses, which the content security policy refuses, are replaced. */
export const LOOK = EditorView.theme({
  "&": { height: "100%", backgroundColor: "var(--g-card)", color: "var(--mantine-color-text)", fontSize: "13px" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--mantine-font-family-monospace)", lineHeight: "1.55" },
  ".cm-content": { caretColor: "var(--mantine-color-text)", padding: "8px 0" },
  ".cm-gutters": {
    backgroundColor: "var(--g-card)",
    borderRight: "1px solid var(--g-line)",
    color: "var(--g-quiet)",
  },
  ".cm-activeLine": { backgroundColor: "var(--code-line)" },
  ".cm-line.cm-chosen": { backgroundColor: "var(--code-chosen)" },
  ".cm-content ::selection": { backgroundColor: "var(--code-selection)" },
  ".cm-matchingBracket, &.cm-focused .cm-matchingBracket": { backgroundColor: "var(--code-selection)" },
  ".cm-lintRange-error": {
    backgroundImage: "none",
    textDecoration: "underline wavy var(--code-error)",
    textUnderlineOffset: "3px",
  },
  ".cm-gutter-lint .cm-gutterElement": { padding: "0 2px" },
  ".cm-lint-marker": { width: "0.7em", height: "0.7em" },
  ".cm-lint-marker-error": {
    content: "''",
    backgroundColor: "var(--code-error)",
    borderRadius: "50%",
    marginTop: "0.4em",
  },
  ".cm-tooltip": {
    backgroundColor: "var(--g-card)",
    border: "1px solid var(--g-line)",
    borderRadius: "8px",
    color: "var(--mantine-color-text)",
    overflow: "hidden",
    maxWidth: "min(28rem, 90vw)",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": {
    fontFamily: "var(--mantine-font-family-monospace)",
    maxHeight: "14rem",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "3px 8px" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": {
    backgroundColor: "var(--mantine-color-brand-filled)",
    color: "#fff",
  },
  ".cm-completionDetail": { color: "inherit", fontStyle: "normal", opacity: "0.85" },
  ".cm-completionInfo": { padding: "6px 10px", overflow: "visible" },
  ".cm-diagnostic-error": { borderLeft: "4px solid var(--code-error)" },
});
