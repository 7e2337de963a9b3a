import type { ErrorComponentProps } from "@tanstack/react-router";
import { ProblemAlert } from "../ui/ProblemAlert";

/** In place of a page that failed. */
export function Crash({ error, reset }: ErrorComponentProps) {
  return (
    <main id="main">
      <ProblemAlert error={error} onRetry={reset} />
    </main>
  );
}
