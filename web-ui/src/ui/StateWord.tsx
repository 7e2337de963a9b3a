import { Badge } from "@mantine/core";

type Props = { word: string; color: string };

/** A state in a word. */
export function StateWord({ word, color }: Props) {
  return (
    <Badge color={color} variant="light" radius="sm" miw="max-content">
      {word}
    </Badge>
  );
}
