import {
  type Completion,
  type CompletionContext,
  type CompletionSource,
  startCompletion,
} from "@codemirror/autocomplete";
import type { EditorView } from "@codemirror/view";
import type { Offer } from "./language";

const WORD = /[\w.$*/-]*$/;

/** What CodeMirror shows of what is offered at a place. */
export function completions(
  ask: (text: string, position: number) => { offers: Offer[]; from: number } | null,
): CompletionSource {
  return (context: CompletionContext) => {
    const word = context.matchBefore(WORD);
    if (!context.explicit && (!word || word.from === word.to)) return null;
    const found = ask(context.state.doc.toString(), context.pos);
    if (!found || found.offers.length === 0) return null;
    return { from: found.from, options: found.offers.map(completion), validFor: WORD };
  };
}

function completion(offer: Offer): Completion {
  const { label, detail, info, kind } = offer;
  return {
    label,
    type: kind === "member" ? "property" : "enum",
    ...(detail && { detail }),
    ...(info && { info }),
    ...(kind === "member" && {
      apply: (view: EditorView, _: Completion, from: number, to: number) => insert(view, offer, from, to),
    }),
  };
}

/** Writes a member's name and goes on to where its value begins. */
function insert(view: EditorView, { label, opens }: Offer, from: number, to: number): void {
  const column = from - view.state.doc.lineAt(from).from;
  const value = opens ? `\n${" ".repeat(column + 2)}${opens === "list" ? "- " : ""}` : " ";
  const text = `${label}:${value}`;
  view.dispatch({
    changes: { from, to, insert: text },
    selection: { anchor: from + text.length },
    userEvent: "input.complete",
    scrollIntoView: true,
  });
  startCompletion(view);
}
