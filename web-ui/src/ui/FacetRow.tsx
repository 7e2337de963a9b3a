import { Code } from "@mantine/core";
import { JsonDetails } from "./JsonView";
import { Row } from "./Rows";
import { Time } from "./Time";

/** Longer ones are opened by who wants to see them. */
const SHOWN = 80;

type Props = { title: string; name: string; value: unknown; at: string };

/** What was last seen of a system; `name` says what of it. */
export function FacetRow({ title, name, value, at }: Props) {
  const text = JSON.stringify(value) ?? "null";
  return (
    <Row
      title={title}
      under={text.length > SHOWN ? <JsonDetails label={`The ${name}`} value={value} /> : <Code>{text}</Code>}
      side={<Time at={at} />}
    />
  );
}

/** A facet's name as people write it: open orders. */
export const facetName = (name: string): string => name.replaceAll("_", " ");
