import { Alert, Badge, Button, Group, Modal, Stack } from "@mantine/core";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Confirm } from "../../ui/Confirm";
import { CopyField } from "../../ui/CopyField";
import { MoreButton } from "../../ui/MoreButton";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { RotateDialog } from "../../ui/RotateDialog";
import { Empty, Row, Rows, RowsLoading } from "../../ui/Rows";
import { Section } from "../../ui/Section";
import { Time } from "../../ui/Time";
import { KINDS, kindOf, type NewSource, removeSource, rotateSource, type Source, sourcesQuery } from "./inbound";
import { SourceForm } from "./SourceForm";

/** Addresses that platforms and other systems tell what happened. */
export function Sources({ mayChange }: { mayChange: boolean }) {
  const sources = useInfiniteQuery(sourcesQuery);
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<NewSource>();
  return (
    <Section
      title="Sources"
      flush
      actions={
        mayChange && (
          <Button size="xs" variant="default" onClick={() => setMaking(true)}>
            Add a source
          </Button>
        )
      }
    >
      <ProblemAlert error={sources.error} onRetry={() => void sources.refetch()} />
      {sources.isPending && <RowsLoading />}
      {sources.data?.length === 0 && (
        <Empty title="No platform tells you anything yet">
          A source is an address for a platform's webhooks: Telegram, Slack, Discord, X, Stripe or any other. What it
          gets starts and wakes runs.
        </Empty>
      )}
      {sources.data && sources.data.length > 0 && (
        <Rows label="Sources">
          {sources.data.map((one) => (
            <SourceRow key={one.id} one={one} mayChange={mayChange} onMade={setMade} />
          ))}
        </Rows>
      )}
      <MoreButton list={sources} />
      {making && (
        <SourceForm
          onClose={() => setMaking(false)}
          onMade={(source) => {
            setMaking(false);
            setMade(source);
          }}
        />
      )}
      {made && <AddressOnce made={made} onClose={() => setMade(undefined)} />}
    </Section>
  );
}

type RowProps = { one: Source; mayChange: boolean; onMade: (made: NewSource) => void };

function SourceRow({ one, mayChange, onMade }: RowProps) {
  const client = useQueryClient();
  const [asked, setAsked] = useState<"rotate" | "delete">();
  const again = () => client.invalidateQueries({ queryKey: sourcesQuery.queryKey });
  return (
    <Row
      title={
        <>
          {one.name}{" "}
          <Badge variant="light" radius="sm">
            {kindOf(one)}
          </Badge>
        </>
      }
      under={<>Events of type {one.type}</>}
      side={
        one.old_address_until && (
          <span>
            the address before works until <Time at={one.old_address_until} />
          </span>
        )
      }
      actions={
        mayChange && (
          <>
            <Button
              size="xs"
              variant="default"
              aria-label={`New address for ${one.name}`}
              onClick={() => setAsked("rotate")}
            >
              New address
            </Button>
            <Button size="xs" variant="default" aria-label={`Delete ${one.name}`} onClick={() => setAsked("delete")}>
              Delete
            </Button>
          </>
        )
      }
      below={
        <>
          {asked === "rotate" && (
            <RotateDialog
              title={`A new address for ${one.name}`}
              what="The address before goes on for as long as you choose, so that nothing is lost meanwhile."
              onRotate={(overlap) => rotateSource(one.id, overlap)}
              onMade={(made) => {
                setAsked(undefined);
                onMade(made);
                void again();
              }}
              onClose={() => setAsked(undefined)}
            />
          )}
          {asked === "delete" && (
            <Confirm
              title={`Delete ${one.name}?`}
              what="Its address is no more: whoever sends there is told so. Events that it got stay."
              act="Delete"
              danger
              onConfirm={async () => {
                await removeSource(one.id);
                await again();
              }}
              onClose={() => setAsked(undefined)}
            />
          )}
        </>
      }
    />
  );
}

/** A new address, this once, and where it goes. */
function AddressOnce({ made, onClose }: { made: NewSource; onClose: () => void }) {
  return (
    <Modal opened onClose={onClose} title="The source's address" size="lg" closeOnClickOutside={false}>
      <Stack>
        <Alert color="yellow" title="Copy it now">
          It is shown this once, and is as secret as a password.
        </Alert>
        <CopyField label="Address" text={made.url} />
        <p>{KINDS[made.source.verification]?.where}</p>
        <Group justify="flex-end">
          <Button onClick={onClose}>I have copied it</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
