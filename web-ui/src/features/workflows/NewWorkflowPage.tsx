import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useState } from "react";
import { can, useMember } from "../../lib/session";
import { Page } from "../../ui/Page";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { RowsLoading } from "../../ui/Rows";
import { Section } from "../../ui/Section";
import { nameOf, store, workflowQuery } from "./api";
import { BLANK, nextOf, sourceOf } from "./source";

const Workbench = lazy(() => import("./Workbench").then((it) => ({ default: it.Workbench })));

/** Writes a workflow, or the next version of one. */
export function NewWorkflowPage() {
  const { from } = useSearch({ from: "/tenant/workflows/new" });
  const me = useMember();
  const mayWrite = can(me, "workflows:write");
  const before = useQuery({ ...workflowQuery(from ?? ""), enabled: from !== undefined && mayWrite });
  const begun = from === undefined ? BLANK : before.data && sourceOf(nextOf(before.data.definition));
  return (
    <Page
      title={before.data ? `A new version of ${nameOf(before.data)}` : "A new workflow"}
      intro={
        <>
          Ctrl + Space offers what may stand at the cursor. <a href="/docs/workflows">How workflows are written</a>
        </>
      }
    >
      {!mayWrite && <Section title="Not with your role">Ask an owner or admin for another role.</Section>}
      <ProblemAlert error={before.error} onRetry={() => void before.refetch()} />
      {mayWrite && from !== undefined && before.isPending && <RowsLoading />}
      {mayWrite && begun !== undefined && <Writing key={from ?? ""} begun={begun} />}
    </Page>
  );
}

function Writing({ begun }: { begun: string }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [text, setText] = useState(begun);
  const storing = useMutation({
    mutationFn: () => store(text),
    onSuccess: async (stored) => {
      notifications.show({ color: "green", message: `${nameOf(stored)} ${stored.version} is stored.` });
      await client.invalidateQueries({ queryKey: ["workflows"], refetchType: "none" });
      await navigate({ to: "/workflows/$id", params: { id: stored.id } });
    },
  });
  useWarning(text !== begun && !storing.isSuccess);
  return (
    <Section
      title="Text and picture"
      actions={
        <Button loading={storing.isPending} onClick={() => storing.mutate()}>
          Store this version
        </Button>
      }
    >
      <ProblemAlert error={storing.error} />
      <Suspense fallback={<RowsLoading rows={6} />}>
        <Workbench
          text={text}
          onChange={(changed) => {
            setText(changed);
            storing.reset();
          }}
        />
      </Suspense>
    </Section>
  );
}

/** Asks before the browser closes or loads anew over something that was not stored. */
function useWarning(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [unsaved]);
}
