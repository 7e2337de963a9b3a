import { Badge } from "@mantine/core";
import { type Delivery, type Endpoint, type Health, healthOf } from "./api";

const HEALTH: Record<Health, { color: string; word: string }> = {
  on: { color: "green", word: "on" },
  failing: { color: "yellow", word: "failing" },
  off: { color: "gray", word: "off" },
};

export function HealthBadge({ one }: { one: Endpoint }) {
  const { color, word } = HEALTH[healthOf(one)];
  return (
    <Badge color={color} variant="light" radius="sm">
      {word}
    </Badge>
  );
}

const STATES: Record<string, string> = { delivered: "green", pending: "yellow", failed: "red" };

export function StateBadge({ one }: { one: Delivery }) {
  return (
    <Badge color={STATES[one.state] ?? "gray"} variant="light" radius="sm">
      {one.state}
    </Badge>
  );
}
