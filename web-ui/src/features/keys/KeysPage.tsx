import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { can, useMember } from "../../lib/session";
import { MoreButton } from "../../ui/MoreButton";
import { Page } from "../../ui/Page";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { Empty, Rows, RowsLoading } from "../../ui/Rows";
import { SecretOnce } from "../../ui/SecretOnce";
import { Section } from "../../ui/Section";
import { keysQuery, type NewApiKey } from "./api";
import { KeyForm } from "./KeyForm";
import { KeyRow } from "./KeyRow";

export function KeysPage() {
  const me = useMember();
  const keys = useInfiniteQuery({ ...keysQuery, enabled: can(me, "api-keys:read") });
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<NewApiKey>();
  const mayMake = can(me, "api-keys:write");
  return (
    <Page
      title="API keys"
      intro="Programs call the API with them. Give each program its own, with no more scopes than it needs."
      actions={mayMake && <Button onClick={() => setMaking(true)}>Create a key</Button>}
    >
      {!can(me, "api-keys:read") && <Section title="Not with your role">Owners and admins see the keys.</Section>}
      {can(me, "api-keys:read") && (
        <Section title="Keys" flush>
          <ProblemAlert error={keys.error} onRetry={() => void keys.refetch()} />
          {keys.isPending && <RowsLoading />}
          {keys.data?.length === 0 && (
            <Empty title="No keys yet">Create one, and call the API with “Authorization: Bearer …”.</Empty>
          )}
          {keys.data && keys.data.length > 0 && (
            <Rows label="API keys">
              {keys.data.map((key) => (
                <KeyRow key={key.id} one={key} mayChange={mayMake} onMade={setMade} />
              ))}
            </Rows>
          )}
          <MoreButton list={keys} />
        </Section>
      )}
      {making && (
        <KeyForm
          onClose={() => setMaking(false)}
          onMade={(key) => {
            setMaking(false);
            setMade(key);
          }}
        />
      )}
      {made && (
        <SecretOnce
          title={`The key “${made.api_key.name}”`}
          label="The new key's secret"
          secret={made.secret}
          onClose={() => setMade(undefined)}
        />
      )}
    </Page>
  );
}
