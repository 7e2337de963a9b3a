import { type Range as Marks, RangeSet, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";

const LINE = Decoration.line({ class: "cm-chosen" });

/** Which lines are marked as chosen; null: none. */
export const setMarked = StateEffect.define<{ from: number; to: number } | null>();

/** Marks the lines of the chosen task, also while text moves. */
export const marked = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(lines, { changes, effects, state }) {
    let now = lines.map(changes);
    for (const effect of effects) {
      if (!effect.is(setMarked)) continue;
      const { doc } = state;
      const marks: Marks<Decoration>[] = [];
      if (effect.value) {
        const last = doc.lineAt(Math.min(effect.value.to, doc.length)).number;
        for (let line = doc.lineAt(Math.min(effect.value.from, doc.length)).number; line <= last; line++) {
          marks.push(LINE.range(doc.line(line).from));
        }
      }
      now = RangeSet.of(marks);
    }
    return now;
  },
  provide: (field) => EditorView.decorations.from(field),
});
