import { Link } from "@tanstack/react-router";

/** The way to a run's page. */
export function RunLink({ id, children }: { id: string; children?: string }) {
  const path: string = `/runs/${encodeURIComponent(id)}`;
  return <Link to={path}>{children ?? id}</Link>;
}
