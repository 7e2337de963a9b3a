import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { inWords } from "../../lib/durations";
import { can, useMember } from "../../lib/session";
import { Time } from "../../ui/Time";
import { EffectRow } from "./EffectRow";
import { type Action, connectorQuery, type Effect, lookUp, RETRY_MEANING, UNDO_MEANING } from "./effects";
import { ResolveDialog } from "./ResolveDialog";
import classes from "./UnknownRow.module.css";
import { useAskedAnew } from "./useAskedAnew";

/** An effect whose fate nobody knows, what speaks for and against it, and what can be done. */
export function UnknownRow({ one }: { one: Effect }) {
  const me = useMember();
  const anew = useAskedAnew();
  const [resolving, setResolving] = useState(false);
  const connector = useQuery({ ...connectorQuery(one.connector), enabled: can(me, "connectors:read") });
  const action = connector.data?.actions.find((it) => it.function === one.action);
  const looking = useMutation({
    mutationFn: () => lookUp(one.id),
    onSuccess: () => notifications.show({ message: "The platform is asked again; what it says appears here." }),
    onError: (problem: Error) => notifications.show({ color: "red", message: problem.message }),
    onSettled: anew,
  });
  return (
    <EffectRow
      one={one}
      more={
        <>
          <Evidence one={one} action={action} />
          {resolving && <ResolveDialog one={one} onClose={() => setResolving(false)} />}
        </>
      }
      actions={
        can(me, "effects:write") && (
          <>
            {one.retry_class !== "blind" && (
              <Button
                size="xs"
                variant="default"
                aria-label={`Look up now: ${one.action}`}
                loading={looking.isPending}
                onClick={() => looking.mutate()}
              >
                Look up now
              </Button>
            )}
            <Button size="xs" aria-label={`Resolve: ${one.action}`} onClick={() => setResolving(true)}>
              Resolve
            </Button>
          </>
        )
      }
    />
  );
}

/** What is known, beside what is asked. */
function Evidence({ one, action }: { one: Effect; action: Action | undefined }) {
  return (
    <dl className={classes.evidence}>
      <dt>Sent</dt>
      <dd>{one.dispatched_at ? <Time at={one.dispatched_at} /> : "not known"}</dd>
      <dt>Last heard</dt>
      <dd>{one.reason ?? "no answer: the worker that sent it was lost"}</dd>
      <dt>Look-up</dt>
      <dd>
        {RETRY_MEANING[one.retry_class]}
        {action && limits(action)}
      </dd>
      <dt>If it landed</dt>
      <dd>{UNDO_MEANING[one.undo_class]}</dd>
      <dt>Run</dt>
      <dd>
        <Link to="/runs/$id" params={{ id: one.run }}>
          {one.run}
        </Link>
      </dd>
    </dl>
  );
}

/** What a look-up that finds nothing proves, and how long. */
function limits({ search_lag, look_up_window }: Action): string {
  const lag = search_lag ? `; one that finds nothing proves something ${inWords(search_lag)} after the attempt` : "";
  const window = look_up_window ? `; look-ups go on for ${inWords(look_up_window)}` : "";
  return lag + window;
}
