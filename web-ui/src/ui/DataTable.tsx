import type { ReactNode } from "react";
import classes from "./DataTable.module.css";

export type Column = { label: string; number?: boolean };
export type Line = { key: string; cells: ReactNode[]; strong?: boolean };
type Props = { label: string; columns: Column[]; rows: Line[]; foot?: Line[] };

/** A table; where it is wider than the page it scrolls by itself, by keyboard too. */
export function DataTable({ label, columns, rows, foot = [] }: Props) {
  const line = ({ key, cells, strong }: Line) => (
    <tr key={key} className={strong ? classes.strong : undefined}>
      {columns.map((column, at) =>
        at === 0 ? (
          <th key={column.label} scope="row">
            {cells[at]}
          </th>
        ) : (
          <td key={column.label} className={column.number ? classes.number : undefined}>
            {cells[at]}
          </td>
        ),
      )}
    </tr>
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: long ones scroll, by keyboard too
    <div className={classes.scroll} role="group" aria-label={label} tabIndex={0}>
      <table className={classes.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.label} scope="col" className={column.number ? classes.number : undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{rows.map(line)}</tbody>
        {foot.length > 0 && <tfoot>{foot.map(line)}</tfoot>}
      </table>
    </div>
  );
}
