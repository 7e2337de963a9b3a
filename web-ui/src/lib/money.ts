import type { Schemas } from "@ganglion/client";

/** Minor units of a currency: cents, for EUR. */
export type Money = Schemas["Money"];

const format = (currency: string) => new Intl.NumberFormat(undefined, { style: "currency", currency });

/** How many of its minor units make one. */
function minorUnits(currency: string): number {
  return 10 ** (format(currency).resolvedOptions().maximumFractionDigits ?? 2);
}

/** As people write it. */
export function written({ amount_minor, currency }: Money): string {
  return format(currency).format(amount_minor / minorUnits(currency));
}

/** An amount of whole units, such as 49.5 EUR. */
export function moneyOf(amount: number, currency: string): Money {
  return { amount_minor: Math.round(amount * minorUnits(currency)), currency };
}

/** The other way round, for a field to fill in. */
export function amountOf({ amount_minor, currency }: Money): number {
  return amount_minor / minorUnits(currency);
}
