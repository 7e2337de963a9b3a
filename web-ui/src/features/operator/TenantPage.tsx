import { Button, Code, Skeleton } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { Confirm } from "../../ui/Confirm";
import { Figure, Figures } from "../../ui/Figures";
import { Page } from "../../ui/Page";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { Section } from "../../ui/Section";
import { StateWord } from "../../ui/StateWord";
import { Time } from "../../ui/Time";
import { type OperatedTenant, resume, type TenantState, tenantQuery } from "./api";
import { EnterpriseForm } from "./EnterpriseForm";
import { LimitsForm } from "./LimitsForm";
import { SuspendForm } from "./SuspendForm";
import { STATE_COLORS } from "./words";

export function TenantPage() {
  const { id } = useParams({ from: "/operator/operator/tenants/$id" });
  const tenant = useQuery(tenantQuery(id));
  return (
    <Page
      title={tenant.data?.name ?? "Tenant"}
      intro={<Code>{id}</Code>}
      actions={tenant.data && isHere(tenant.data) && <Stopping one={tenant.data} />}
    >
      <ProblemAlert error={tenant.error} onRetry={() => void tenant.refetch()} />
      {tenant.isPending && <Skeleton height={120} />}
      {tenant.data && (
        <>
          <Facts one={tenant.data} />
          {isHere(tenant.data) && (
            <>
              <LimitsForm tenant={id} />
              <EnterpriseForm tenant={id} />
            </>
          )}
        </>
      )}
    </Page>
  );
}

/** What is on its way, or has gone, is changed where it lives. */
const isHere = ({ state }: OperatedTenant): boolean => MOVES[state as TenantState] === undefined;

const MOVES: Partial<Record<TenantState, string>> = {
  moving: "on its way between this cell and another",
  moved: "it lives in another cell",
};

function Facts({ one }: { one: OperatedTenant }) {
  const state = one.state as TenantState;
  return (
    <Section title="Now">
      <Figures>
        <Figure
          label="State"
          what={<StateWord word={state} color={STATE_COLORS[state]} />}
          under={one.barred ?? (one.unpaid ? "an invoice is long overdue" : MOVES[state])}
        />
        <Figure label="Plan" what={one.plan} />
        <Figure label="Held now" what={`${one.used} of ${one.k}`} under="billable weight" />
        <Figure label="Since" what={<Time at={one.created_at} day />} />
      </Figures>
    </Section>
  );
}

function Stopping({ one }: { one: OperatedTenant }) {
  const client = useQueryClient();
  const [asked, setAsked] = useState(false);
  const again = () => client.invalidateQueries({ queryKey: ["operator"] });
  const stopped = one.barred !== null;
  return (
    <>
      <Button color={stopped ? "brand" : "red.8"} onClick={() => setAsked(true)}>
        {stopped ? "Resume" : "Suspend"}
      </Button>
      {asked && stopped && (
        <Confirm
          title={`Resume “${one.name}”?`}
          what="Its runs go on where they are, unless an invoice is long overdue. Its audit log says so."
          act="Resume"
          onConfirm={() => resume(one.id).then(again)}
          onClose={() => setAsked(false)}
        />
      )}
      {asked && !stopped && <SuspendForm one={one} onDone={again} onClose={() => setAsked(false)} />}
    </>
  );
}
