import { Alert, Code } from "@mantine/core";
import { JsonDetails } from "../../ui/JsonView";
import type { Fault, Workflow } from "./api";
import { Linked } from "./Linked";
import { pointedTo } from "./pointer";

/** The DSL's error: what, where, and the task that it points to. */
export function Failure({ error, workflow }: { error: Fault; workflow: Workflow | undefined }) {
  const task = error.instance && workflow?.definition ? pointedTo(workflow.definition, error.instance) : undefined;
  return (
    <Alert color="red" title={error.title ?? kindOf(error.type)}>
      {error.detail && (
        <p>
          <Linked text={error.detail} />
        </p>
      )}
      <p>
        {error.title && <>{kindOf(error.type)} · </>}
        {error.status !== undefined && <>status {error.status} · </>}
        {error.instance ? (
          <>
            at <Code>{error.instance}</Code>
          </>
        ) : (
          "at no task"
        )}
      </p>
      {task !== undefined && <JsonDetails label="The task that it points to" value={task} />}
    </Alert>
  );
}

/** The last part of an error's type, which is an address. */
const kindOf = (type: string | undefined): string => type?.split("/").filter(Boolean).at(-1) ?? "An error";
