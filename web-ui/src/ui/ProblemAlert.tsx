import { ApiProblem } from "@ganglion/client";
import { Alert, Button } from "@mantine/core";

/** What went wrong and what to do about it; nothing where nothing did. */
export function ProblemAlert({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  if (!error) return null;
  const problem = error instanceof ApiProblem ? error : undefined;
  return (
    <Alert color="red" title={problem?.title ?? "Something went wrong"} role="alert">
      {problem?.detail ?? "This page has failed. Load it again; if it goes on, tell the operator."}
      {problem && problem.errors.length > 0 && (
        <ul>
          {problem.errors.map((one) => (
            <li key={one.pointer}>
              <code>{one.pointer}</code> {one.detail}
            </li>
          ))}
        </ul>
      )}
      {problem?.traceId && problem.status >= 500 && (
        <p>
          Tell the operator this trace: <code>{problem.traceId}</code>
        </p>
      )}
      {onRetry && (
        <div>
          <Button size="xs" variant="default" mt="xs" onClick={onRetry}>
            Try again
          </Button>
        </div>
      )}
    </Alert>
  );
}
