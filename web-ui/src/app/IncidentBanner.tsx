import { Alert } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { statusQuery } from "../lib/status";

const COLORS: Record<string, string> = { maintenance: "blue", degraded: "yellow", outage: "red" };

/** What whoever runs the installation tells everybody, while it goes on. */
export function IncidentBanner() {
  const { data } = useQuery(statusQuery);
  return data?.incidents.map((one) => (
    <Alert key={one.id} color={COLORS[one.impact] ?? "gray"} title={one.title} role="status">
      {one.updates.at(-1)?.message} <Link to="/status">How everything does</Link>
    </Alert>
  ));
}
