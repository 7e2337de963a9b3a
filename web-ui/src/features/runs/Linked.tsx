import { Link } from "@tanstack/react-router";

const RUN = /(run_[0-9a-hjkmnp-tv-z]{26})/;

/** A text in which runs that are named lead to their pages. */
export function Linked({ text }: { text: string }) {
  return text.split(RUN).map((part, at) =>
    RUN.test(part) ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other name, and never move
      <Link key={at} to="/runs/$id" params={{ id: part }}>
        {part}
      </Link>
    ) : (
      part
    ),
  );
}
