import { useInfiniteQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTenantEvents } from "../../lib/live";
import { can, useMember } from "../../lib/session";
import { MoreButton } from "../../ui/MoreButton";
import { Page } from "../../ui/Page";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { Empty, Rows, RowsLoading } from "../../ui/Rows";
import { Section } from "../../ui/Section";
import { ApprovalRow } from "./ApprovalRow";
import { runsQuery } from "./api";
import { pendingQuery } from "./approvals";
import { unknownQuery } from "./effects";
import { StuckRow } from "./StuckRow";
import { UnknownRow } from "./UnknownRow";

const TOLD = [
  ...["approval.requested", "approval.approved", "approval.rejected", "approval.expired", "approval.withdrawn"],
  ...["effect.unknown", "effect.landed", "effect.not_landed", "effect.undone"],
  ...["run.needs_attention", "run.failed", "run.compensated", "run.cancelled"],
];
const LISTS = [["approvals"], ["effects"], ["runs", "list", "NEEDS_ATTENTION"], ["attention"]] as const;

/** Which effects nobody knows the fate of, and which approvals wait. */
export function AttentionPage() {
  const me = useMember();
  const maySee = can(me, "approvals:read") && can(me, "effects:read") && can(me, "runs:read");
  return (
    <Page
      title="Attention"
      intro="What goes on only with a person: approvals, effects whose fate nobody can prove, and acts that can't be taken back."
    >
      {maySee ? <All /> : <Section title="Not with your role">Ask an owner or admin for another role.</Section>}
    </Page>
  );
}

function All() {
  useTenantEvents(TOLD, LISTS, can(useMember(), "events:read"));
  const approvals = useInfiniteQuery(pendingQuery);
  const unknown = useInfiniteQuery(unknownQuery);
  const stuck = useInfiniteQuery(runsQuery({ state: "NEEDS_ATTENTION" }));
  const waiting = new Set(stuck.data?.map(({ id }) => id));
  const known = unknown.data && stuck.data && { asked: unknown.data, untakeable: stuck.data };
  const asked = known?.asked.filter(({ run }) => waiting.has(run));
  const lookedUp = known?.asked.filter(({ run }) => !waiting.has(run));
  const untakeable = known?.untakeable.filter((run) => run.waiting_for?.subject);
  return (
    <>
      <Part
        title="Approvals"
        intro="A run waits for a decision, and does exactly what is shown."
        list={approvals}
        rows={approvals.data?.map((one) => <ApprovalRow key={one.id} one={one} withRun />)}
        empty={
          <Empty title="No approval waits">
            A task that calls ganglion.approval asks here, and so does each act that can't be undone, unless its agent's
            policy allows it.
          </Empty>
        }
      />
      <Part
        title="In doubt"
        intro="Nobody can prove what became of these. Look at the platform and say it; until then nothing is sent again."
        list={unknown}
        error={stuck.error}
        rows={asked?.map((one) => <UnknownRow key={one.id} one={one} />)}
        empty={
          <Empty title="No effect is in doubt">
            Where an answer is lost the platform is asked what became of the act. What it can't tell is asked of you
            here.
          </Empty>
        }
      />
      {lookedUp && lookedUp.length > 0 && (
        <Section
          title="Being looked up"
          intro="The platform is asked what became of these; nothing is asked of you yet."
          flush
        >
          <Rows label="Being looked up">
            {lookedUp.map((one) => (
              <UnknownRow key={one.id} one={one} />
            ))}
          </Rows>
        </Section>
      )}
      {untakeable && untakeable.length > 0 && (
        <Part
          title="Can't be taken back"
          intro="These runs failed or were cancelled, and something that had landed stays. They end once somebody has seen it."
          list={stuck}
          rows={untakeable.map((run) => <StuckRow key={run.id} run={run} />)}
        />
      )}
    </>
  );
}

type List = Parameters<typeof MoreButton>[0]["list"] & { error: unknown; refetch: () => unknown };
type Props = {
  title: string;
  intro: string;
  list: List;
  error?: unknown;
  /** undefined while they are on their way */
  rows: ReactNode[] | undefined;
  empty?: ReactNode;
};

function Part({ title, intro, list, error, rows, empty }: Props) {
  const problem = list.error ?? error;
  return (
    <Section title={title} intro={intro} flush>
      <ProblemAlert error={problem} onRetry={() => void list.refetch()} />
      {!rows && !problem && <RowsLoading />}
      {rows?.length === 0 && empty}
      {rows && rows.length > 0 && <Rows label={title}>{rows}</Rows>}
      <MoreButton list={list} />
    </Section>
  );
}
