import classes from "./Diff.module.css";
import { type Line, linesOf } from "./lines";

const TAGS = { "+": "ins", "−": "del", " ": "span" } as const;
const CLASSES: Record<Line["sign"], string> = { "+": classes.added ?? "", "−": classes.removed ?? "", " ": "" };

/** What differs between two texts, line by line. */
export function Diff({ before, after, label = "What differs" }: { before: string; after: string; label?: string }) {
  const lines = linesOf(before, after);
  if (lines.every(({ sign }) => sign === " ")) return <p>They are the same.</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: long ones scroll, by keyboard too
    <div className={classes.diff} role="group" aria-label={label} tabIndex={0}>
      {lines.map(({ sign, text }, at) => {
        const Tag = TAGS[sign];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are told apart by where they stand alone
          <Tag key={at} className={`${classes.line} ${CLASSES[sign]}`}>
            <span className={classes.sign}>{sign}</span>
            {text}
          </Tag>
        );
      })}
    </div>
  );
}
