import { Button, Group, Select, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { MoreButton } from "../../ui/MoreButton";
import { Page } from "../../ui/Page";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { Empty, Row, Rows, RowsLoading } from "../../ui/Rows";
import { Section } from "../../ui/Section";
import { StateWord } from "../../ui/StateWord";
import { Time } from "../../ui/Time";
import { type OperatedTenant, type Sought, TENANT_STATES, type TenantState, tenantsQuery } from "./api";
import { STATE_COLORS } from "./words";

/** All tenants: who they are, by what plan, and how much of it they use. */
export function TenantsPage() {
  const sought = useSearch({ from: "/operator/operator" });
  const tenants = useInfiniteQuery(tenantsQuery(sought));
  return (
    <Page title="Tenants" intro="Who is here, by what plan, and how much of it is used now. What they do is theirs.">
      <Search key={JSON.stringify(sought)} sought={sought} />
      <Section title="Tenants" flush>
        <ProblemAlert error={tenants.error} onRetry={() => void tenants.refetch()} />
        {tenants.isPending && <RowsLoading rows={5} />}
        {tenants.data?.length === 0 && <Empty title="No tenant fits">Search by a part of the name, or by ten_….</Empty>}
        {tenants.data && tenants.data.length > 0 && (
          <Rows label="Tenants">
            {tenants.data.map((one) => (
              <TenantRow key={one.id} one={one} />
            ))}
          </Rows>
        )}
        <MoreButton list={tenants} />
      </Section>
    </Page>
  );
}

function Search({ sought }: { sought: Sought }) {
  const navigate = useNavigate();
  const form = useForm({ initialValues: { q: sought.q ?? "", state: sought.state ?? null } });
  const go = ({ q, state }: { q: string; state: TenantState | null }) =>
    navigate({ to: "/operator", search: { ...(q.trim() && { q: q.trim() }), ...(state && { state }) } });
  return (
    <form onSubmit={form.onSubmit((values) => void go(values))}>
      <Group align="end" gap="sm">
        <TextInput label="Name or identifier" maxLength={100} flex="1 1 14rem" {...form.getInputProps("q")} />
        <Select label="State" data={TENANT_STATES} clearable placeholder="any" {...form.getInputProps("state")} />
        <Button type="submit">Search</Button>
      </Group>
    </form>
  );
}

function TenantRow({ one }: { one: OperatedTenant }) {
  const state = one.state as TenantState;
  return (
    <Row
      title={
        <>
          <Link to="/operator/tenants/$id" params={{ id: one.id }}>
            {one.name}
          </Link>{" "}
          <StateWord word={state} color={STATE_COLORS[state]} />
        </>
      }
      under={`${one.plan} · ${one.used} of ${one.k} held`}
      side={
        <span>
          since <Time at={one.created_at} day />
        </span>
      }
    />
  );
}
