import { type ReactNode, useState } from "react";
import classes from "./Details.module.css";

/** What is made only once somebody opens it. */
export function Details({ label, open, children }: { label: string; open?: boolean; children: ReactNode }) {
  const [opened, setOpened] = useState(open ?? false);
  return (
    <details className={classes.details} open={opened} onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>{label}</summary>
      {opened && children}
    </details>
  );
}
