import { Button, Group } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { Seen } from "../../lib/etag";
import { Confirm } from "../../ui/Confirm";
import { type Connector, removeConnector } from "./api";
import { ConnectorForm } from "./ConnectorForm";
import { RereadDialog } from "./RereadDialog";

/** What can be done with a platform of one's own. */
export function ConnectorActions({ one }: { one: Seen<Connector> }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<"reread" | "change" | "delete">();
  const close = () => setAsked(undefined);
  const changed = (message: string) => {
    close();
    notifications.show({ color: "green", message });
    return client.invalidateQueries({ queryKey: ["connectors"] });
  };
  return (
    <>
      <Group gap="xs">
        <Button size="xs" variant="default" onClick={() => setAsked("reread")}>
          Read it anew
        </Button>
        <Button size="xs" variant="default" onClick={() => setAsked("change")}>
          Change it
        </Button>
        <Button size="xs" variant="default" onClick={() => setAsked("delete")}>
          Delete
        </Button>
      </Group>
      {asked === "reread" && (
        <RereadDialog one={one} onDone={() => changed("The description is taken over.")} onClose={close} />
      )}
      {asked === "change" && <ConnectorForm one={one} onDone={() => changed("Saved.")} onClose={close} />}
      {asked === "delete" && (
        <Confirm
          title={`Delete “${one.title}”?`}
          what="What was read and said of it is forgotten. It stays while connections or workflows use it."
          act="Delete"
          danger
          onConfirm={async () => {
            await removeConnector(one);
            client.removeQueries({ queryKey: ["connectors", one.name] });
            await navigate({ to: "/connections" });
            await client.invalidateQueries({ queryKey: ["connectors"] });
          }}
          onClose={close}
        />
      )}
    </>
  );
}
