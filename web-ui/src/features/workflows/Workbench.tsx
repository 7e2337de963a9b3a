import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo, useRef, useState } from "react";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { type Verdict, verdictQuery } from "./api";
import { LANGUAGE } from "./dsl";
import { Editor, type EditorHandle } from "./Editor";
import { Findings } from "./Findings";
import { Graph } from "./Graph";
import { wrongIn } from "./layout";
import { flat, outline, taskAt } from "./outline";
import { placeAt } from "./place";
import { useKnowledge } from "./useKnowledge";
import classes from "./Workbench.module.css";

/** So long nothing is typed before the API is asked. */
const PAUSE_MS = 600;
const EMPTY: Verdict = { wrong: [], detail: "Nothing is written yet." };

type Props = {
  /** As it is; another document needs another key. */
  text: string;
  /** Left out where it can only be read. */
  onChange?: (text: string) => void;
};

/** A workflow's text and picture side by side; what is chosen in one is chosen in the other. */
export function Workbench({ text, onChange }: Props) {
  const editor = useRef<EditorHandle>(null);
  const [chosen, setChosen] = useState<string>();
  const now = useMemo(() => outline(text), [text]);
  const drawn = useLastWhole(now);
  const knowledge = useKnowledge(drawn);
  const [settled] = useDebouncedValue(text, PAUSE_MS);
  const verdict = useQuery({ ...verdictQuery(settled), enabled: onChange !== undefined && settled.trim() !== "" });
  const wrong = useMemo(
    () => (verdict.data && "wrong" in verdict.data && settled === text ? verdict.data.wrong : []),
    [verdict.data, settled, text],
  );
  const findings = useMemo(
    () =>
      wrong.length > 0
        ? wrong.map(({ line, detail, pointer }) => ({ line: line ?? 1, message: detail, pointer }))
        : now.broken.map(({ line, message }) => ({ line, message, pointer: "" })),
    [wrong, now],
  );
  const marked = useMemo(
    () =>
      wrongIn(
        drawn.tasks,
        wrong.map(({ pointer }) => pointer),
      ),
    [drawn, wrong],
  );
  const task = useMemo(() => flat(now.tasks).find(({ pointer }) => pointer === chosen), [now, chosen]);
  const range = useMemo(() => task && { from: task.from, to: task.to }, [task]);
  const choose = useCallback(
    (pointer: string) => {
      setChosen(pointer);
      const found = flat(now.tasks).find((one) => one.pointer === pointer);
      if (found) editor.current?.reveal(found.from, false);
    },
    [now],
  );
  const offers = (at: string, position: number) => {
    const place = placeAt(at, position);
    return place && { offers: LANGUAGE.offers(place, knowledge), from: position - place.prefix.length };
  };
  return (
    <div className={classes.bench}>
      <div className={classes.sides}>
        <Editor
          ref={editor}
          label="The workflow as YAML"
          initial={text}
          readOnly={onChange === undefined}
          findings={findings}
          chosen={range}
          onChange={(changed) => onChange?.(changed)}
          onCursor={(offset) => setChosen(taskAt(now.tasks, offset)?.pointer)}
          offers={offers}
        />
        <Graph tasks={drawn.tasks} wrong={marked} chosen={chosen} onChoose={choose} />
      </div>
      {onChange && (
        <>
          <ProblemAlert error={verdict.error} onRetry={() => void verdict.refetch()} />
          <Findings
            findings={findings}
            verdict={text.trim() === "" ? EMPTY : settled === text && !verdict.isFetching ? verdict.data : undefined}
            onGo={(line) => editor.current?.revealLine(line)}
          />
        </>
      )}
    </div>
  );
}

/** While the text is no YAML the picture stays what it was. */
function useLastWhole<T extends { broken: unknown[] }>(now: T): T {
  const [last, setLast] = useState(now);
  const whole = now.broken.length === 0;
  if (whole && last !== now) setLast(now);
  return whole ? now : last;
}
