import type { ApiKeyBody } from "./api";

export type Values = { name: string; mode: string; scopes: string[]; life: string; until: string; addresses: string[] };

/** How long a key lives, in days. */
export const LIVES = [
  { value: "30", label: "in 30 days" },
  { value: "90", label: "in 90 days" },
  { value: "365", label: "in a year" },
  { value: "until", label: "on a day of your choice" },
  { value: "never", label: "never" },
];

const DAY_MS = 86_400_000;

/** What the form asks for; the day of choice ends in the reader's time zone. */
export function bodyOf(values: Values, now: number): ApiKeyBody {
  const expires = expiry(values, now);
  return {
    name: values.name.trim(),
    mode: values.mode,
    scopes: values.scopes,
    ...(values.addresses.length > 0 && { addresses: values.addresses }),
    ...(expires && { expires_at: expires }),
  };
}

function expiry({ life, until }: Values, now: number): string | undefined {
  switch (life) {
    case "never":
      return undefined;
    case "until":
      return new Date(`${until}T23:59:59`).toISOString();
    default:
      return new Date(now + Number(life) * DAY_MS).toISOString();
  }
}

const VERBS = ["read", "write", "delete"];

/** Scopes by what they are about: `runs:read` and `runs:write` are of `runs`. */
export function bySubject(scopes: string[]): Map<string, string[]> {
  const subjects = new Map<string, string[]>();
  for (const scope of scopes) {
    const [subject, verb] = scope.split(":");
    if (subject && verb) subjects.set(subject, [...(subjects.get(subject) ?? []), verb]);
  }
  for (const verbs of subjects.values()) verbs.sort((a, b) => VERBS.indexOf(a) - VERBS.indexOf(b));
  return subjects;
}
