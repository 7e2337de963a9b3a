import { StateWord } from "../../ui/StateWord";
import { type Connection, type Connector, LAB } from "./api";

const HEALTH: Record<Connection["status"], { color: string; word: string }> = {
  active: { color: "green", word: "healthy" },
  paused: { color: "yellow", word: "paused" },
  reauthorize: { color: "red", word: "needs new credentials" },
};

export function HealthBadge({ one }: { one: Connection }) {
  return <StateWord {...HEALTH[one.status]} />;
}

/** Where it acts, if that is not the real platform. */
export function PlaceBadge({ environment }: { environment: string }) {
  if (environment === "production") return null;
  return (
    <StateWord color={environment === LAB ? "grape" : "gray"} word={environment === LAB ? "laboratory" : environment} />
  );
}

export function HoldBadge({ connector }: { connector: Connector | undefined }) {
  return connector ? <StateWord color="gray" word={connector.hold_mode} /> : null;
}
