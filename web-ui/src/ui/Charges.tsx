import { Text } from "@mantine/core";
import type { Line } from "../lib/billing";
import { written } from "../lib/money";
import { utc } from "../lib/months";
import { DataTable, type Line as TableLine } from "./DataTable";

type Sum = { label: string; minor: number; strong?: boolean };
type Props = { label: string; lines: Line[]; currency: string; sums: Sum[] };

const DAY_S = 86_400;

/** What there is to pay, line by line, and what it comes to. */
export function Charges({ label, lines, currency, sums }: Props) {
  const money = (minor: number) => written({ amount_minor: minor, currency });
  const rows = lines.map(
    (line, at): TableLine => ({
      key: String(at),
      cells: [
        <span key="what">
          {line.text}
          <Text size="xs" c="dimmed" span display="block">
            {utc(line.from)} – {utc(line.to)}
            {quantity(line)}
          </Text>
        </span>,
        money(line.amount_minor),
      ],
    }),
  );
  const foot = sums.map(
    ({ label: name, minor, strong = false }): TableLine => ({ key: name, cells: [name, money(minor)], strong }),
  );
  return (
    <DataTable label={label} columns={[{ label: "For" }, { label: "Amount", number: true }]} rows={rows} foot={foot} />
  );
}

function quantity({ quantity: many, unit }: Line): string {
  switch (unit) {
    case "second":
      return ` · ${(many / DAY_S).toLocaleString(undefined, { maximumFractionDigits: 2 })} days`;
    case "centi_cuh":
      return ` · ${(many / 100).toFixed(2)} CUh`;
    default:
      return "";
  }
}
