import { Button, CopyButton } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import classes from "./CopyField.module.css";

/** A text to take along, under its label. */
export function CopyField({ label, text }: { label: string; text: string }) {
  return (
    <div className={classes.field}>
      <span className={classes.label} aria-hidden>
        {label}
      </span>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long ones scroll, by keyboard too */}
      <pre className={classes.text} tabIndex={0} aria-label={label} role="group">
        {text}
      </pre>
      <CopyButton value={text} timeout={3_000}>
        {({ copied, copy }) => (
          <Button
            variant="light"
            onClick={copy}
            leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
            aria-live="polite"
          >
            {copied ? "Copied" : "Copy"}
          </Button>
        )}
      </CopyButton>
    </div>
  );
}
