import { Badge, Button, Code, VisuallyHidden } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Confirm } from "../../ui/Confirm";
import { RotateDialog } from "../../ui/RotateDialog";
import { Row } from "../../ui/Rows";
import { Time } from "../../ui/Time";
import { type ApiKey, type KeyState, keysQuery, type NewApiKey, revoke, rotate, stateOf } from "./api";

const COLORS: Record<KeyState, string> = { active: "green", replaced: "yellow", expired: "gray", revoked: "gray" };

type Props = { one: ApiKey; mayChange: boolean; onMade: (made: NewApiKey) => void };

export function KeyRow({ one, mayChange, onMade }: Props) {
  const client = useQueryClient();
  const [asked, setAsked] = useState<"rotate" | "revoke">();
  const state = stateOf(one, Date.now());
  const again = () => client.invalidateQueries({ queryKey: keysQuery.queryKey });
  return (
    <Row
      title={
        <>
          {one.name}
          <Badge color={COLORS[state]} variant="light" radius="sm">
            {state}
          </Badge>
          {one.mode === "lab" && (
            <Badge variant="default" radius="sm">
              laboratory
            </Badge>
          )}
        </>
      }
      under={
        <>
          <Code>…{one.hint}</Code> {one.scopes.includes("*") ? "everything" : one.scopes.join(", ")}
          {one.addresses.length > 0 && <> · from {one.addresses.join(", ")}</>}
        </>
      }
      side={<KeyTimes one={one} state={state} />}
      actions={
        mayChange &&
        (state === "active" || state === "replaced") && (
          <>
            {state === "active" && (
              <Button size="xs" variant="default" onClick={() => setAsked("rotate")}>
                Rotate<VisuallyHidden> {one.name}</VisuallyHidden>
              </Button>
            )}
            <Button size="xs" variant="default" onClick={() => setAsked("revoke")}>
              Revoke<VisuallyHidden> {one.name}</VisuallyHidden>
            </Button>
          </>
        )
      }
      below={
        <>
          {asked === "rotate" && (
            <RotateDialog
              title={`Rotate “${one.name}”`}
              what="You get a new key with the same name, scopes, addresses and expiry."
              onRotate={(overlap) => rotate(one.id, overlap)}
              onClose={() => setAsked(undefined)}
              onMade={(made) => {
                setAsked(undefined);
                onMade(made);
                void again();
              }}
            />
          )}
          {asked === "revoke" && (
            <Confirm
              title={`Revoke “${one.name}”?`}
              what="From then on it opens nothing. Whatever uses it stops working; this can't be taken back."
              act="Revoke"
              danger
              onConfirm={() => revoke(one.id).then(again)}
              onClose={() => setAsked(undefined)}
            />
          )}
        </>
      }
    />
  );
}

function KeyTimes({ one, state }: { one: ApiKey; state: KeyState }) {
  return (
    <>
      <span>
        {one.last_used_at ? (
          <>
            last used <Time at={one.last_used_at} />
          </>
        ) : (
          "never used"
        )}
      </span>
      {state === "revoked" && one.revoked_at && (
        <span>
          revoked <Time at={one.revoked_at} day />
        </span>
      )}
      {state !== "revoked" && one.expires_at && (
        <span>
          {state === "expired" ? "expired " : state === "replaced" ? "works until " : "expires "}
          <Time at={one.expires_at} day={state !== "replaced"} />
        </span>
      )}
    </>
  );
}
