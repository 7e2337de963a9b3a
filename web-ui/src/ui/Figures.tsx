import type { ReactNode } from "react";
import classes from "./Figures.module.css";

/** Some facts side by side, each under its label. */
export function Figures({ children }: { children: ReactNode }) {
  return <dl className={classes.figures}>{children}</dl>;
}

/** `what` is large, `under` says more of it. */
export function Figure({ label, what, under }: { label: string; what: ReactNode; under?: ReactNode }) {
  return (
    <div className={classes.figure}>
      <dt className={classes.label}>{label}</dt>
      <dd className={classes.what}>
        {what}
        {under && <div className={classes.under}>{under}</div>}
      </dd>
    </div>
  );
}
