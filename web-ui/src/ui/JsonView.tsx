import { Details } from "./Details";
import classes from "./JsonView.module.css";

/** Longer ones would make the page slow, and are read by programs. */
const SHOWN = 100_000;

/** A JSON value as people read it; long ones scroll, by keyboard too. */
export function JsonView({ label, value }: { label: string; value: unknown }) {
  const text = JSON.stringify(value, null, 2) ?? "null";
  const cut = text.length > SHOWN;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: long ones scroll, by keyboard too
    <pre className={classes.json} tabIndex={0} role="group" aria-label={label}>
      {cut ? `${text.slice(0, SHOWN)}\n… ${(text.length - SHOWN).toLocaleString()} more characters: see the API` : text}
    </pre>
  );
}

/** The same behind a heading that opens it. */
export function JsonDetails({ label, value, open }: { label: string; value: unknown; open?: boolean }) {
  return (
    <Details label={label} open={open ?? false}>
      <JsonView label={label} value={value} />
    </Details>
  );
}
