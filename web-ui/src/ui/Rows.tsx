import { Skeleton } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./Rows.module.css";

/** A list of rows; `label` says of what. */
export function Rows({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className={classes.rows} aria-label={label}>
      {children}
    </ul>
  );
}

type RowProps = { title: ReactNode; under?: ReactNode; side?: ReactNode; actions?: ReactNode; below?: ReactNode };

export function Row({ title, under, side, actions, below }: RowProps) {
  return (
    <li className={classes.row}>
      <div className={classes.line}>
        <div className={classes.main}>
          <div className={classes.title}>{title}</div>
          {under && <div className={classes.under}>{under}</div>}
        </div>
        {side && <div className={classes.side}>{side}</div>}
        {actions && <div className={classes.actions}>{actions}</div>}
      </div>
      {below}
    </li>
  );
}

/** While rows are on their way; `tall` where a picture comes, so that what is below it hardly moves. */
export function RowsLoading({ rows = 3, tall = false }: { rows?: number; tall?: boolean }) {
  return (
    <div className={classes.loading} data-tall={tall || undefined} role="status" aria-label="Loading">
      {Array.from({ length: rows }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike
        <Skeleton key={at} height={20} radius="sm" />
      ))}
    </div>
  );
}

/** In place of a list without rows: what it is for, and the next step. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={classes.empty}>
      <p className={classes.emptyTitle}>{title}</p>
      {children}
    </div>
  );
}
