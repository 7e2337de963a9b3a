import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { type Ref, useEffect, useImperativeHandle, useRef } from "react";
import { completions } from "./completions";
import classes from "./Editor.module.css";
import { COLORS, LOOK } from "./editorLook";
import { marked, setMarked } from "./editorMark";
import type { Offer } from "./language";

/** Something wrong, at its line. */
export type Finding = { line: number; message: string };
export type Range = { from: number; to: number };

/** What can be asked of an editor. */
export type EditorHandle = {
  /** Puts the cursor there, and shows it. */
  reveal: (offset: number, focus: boolean) => void;
  revealLine: (line: number) => void;
};

type Props = {
  ref: Ref<EditorHandle>;
  label: string;
  /** What it begins with; from then on the text is its own. Given back later, it would write over what was typed meanwhile. */
  initial: string;
  readOnly: boolean;
  findings: Finding[];
  /** What is marked as chosen. */
  chosen: Range | undefined;
  onChange: (text: string) => void;
  /** Somebody has put the cursor elsewhere. */
  onCursor: (offset: number) => void;
  offers: (text: string, position: number) => { offers: Offer[]; from: number } | null;
};

/**
 * YAML with completion, and errors at their line. It lives in a shadow tree: there its styles are sheets that scripts adopt, which the content
 * security policy allows, and no style elements, which it doesn't.
 */
export function Editor({ ref, label, initial, readOnly, findings, chosen, ...callbacks }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const latest = useRef(callbacks);
  useEffect(() => {
    latest.current = callbacks;
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: the editor is made once; below it is told what changes
  useEffect(() => {
    if (!host.current) return;
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: "open" });
    const made = new EditorView({
      parent: root,
      root,
      state: EditorState.create({
        doc: initial,
        extensions: [
          lineNumbers(),
          history(),
          yaml(),
          indentUnit.of("  "),
          indentOnInput(),
          bracketMatching(),
          closeBrackets(),
          highlightActiveLine(),
          lintGutter(),
          marked,
          syntaxHighlighting(COLORS),
          LOOK,
          EditorView.lineWrapping,
          EditorState.readOnly.of(readOnly),
          EditorView.contentAttributes.of({
            "aria-label": label,
            tabindex: "0",
            ...(readOnly && { "aria-readonly": "true" }),
          }),
          autocompletion({ override: [completions((at, position) => latest.current.offers(at, position))] }),
          keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...completionKeymap, ...lintKeymap]),
          EditorView.updateListener.of(({ docChanged, selectionSet, state, transactions }) => {
            if (docChanged) latest.current.onChange(state.doc.toString());
            const byHand = transactions.some((one) => one.isUserEvent("select") || one.isUserEvent("input"));
            if (selectionSet && byHand) latest.current.onCursor(state.selection.main.head);
          }),
        ],
      }),
    });
    view.current = made;
    return () => {
      made.destroy();
      view.current = null;
    };
  }, []);

  useEffect(() => {
    const now = view.current;
    now?.dispatch(
      setDiagnostics(
        now.state,
        findings.map((one) => diagnostic(now.state, one)),
      ),
    );
  }, [findings]);

  useEffect(() => {
    view.current?.dispatch({ effects: setMarked.of(chosen ?? null) });
  }, [chosen]);

  useImperativeHandle(ref, () => {
    const reveal = (offset: number, focus: boolean) => {
      const now = view.current;
      if (!now) return;
      const anchor = Math.min(offset, now.state.doc.length);
      now.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: "center" }) });
      if (focus) now.focus();
    };
    return {
      reveal,
      revealLine: (line) => {
        const doc = view.current?.state.doc;
        if (doc) reveal(doc.line(Math.min(Math.max(line, 1), doc.lines)).from, true);
      },
    };
  }, []);

  return <div ref={host} className={classes.editor} data-editor="" />;
}

/** A finding's whole line, without its indentation. */
function diagnostic({ doc }: EditorState, { line, message }: Finding): Diagnostic {
  const at = doc.line(Math.min(Math.max(line, 1), doc.lines));
  const from = at.from + (at.text.length - at.text.trimStart().length);
  return { from, to: Math.max(from, at.to), severity: "error", message };
}
