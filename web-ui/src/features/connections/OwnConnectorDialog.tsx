import { Modal } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Seen } from "../../lib/etag";
import type { Connector } from "./api";
import { OwnConnectorForm } from "./OwnConnectorForm";
import { ReviewActions } from "./ReviewActions";

type Props = { onClose: () => void; onAdded: (connector: Connector) => void };

/** Two steps to a platform of one's own: what describes it, and what is to be known of its actions. */
export function OwnConnectorDialog({ onClose, onAdded }: Props) {
  const client = useQueryClient();
  const [made, setMade] = useState<Seen<Connector>>();
  const refresh = () => client.invalidateQueries({ queryKey: ["connectors"] });
  return (
    <Modal opened onClose={onClose} title={made ? `What ${made.title} can do` : "Add your own platform"} size="xl">
      {made ? (
        <ReviewActions
          connector={made}
          onSaved={async (one) => {
            await refresh();
            notifications.show({ color: "green", title: "Added", message: `Workflows call it “${one.name}”.` });
            onAdded(one);
          }}
        />
      ) : (
        <OwnConnectorForm
          onMade={(one) => {
            setMade(one);
            return refresh();
          }}
        />
      )}
    </Modal>
  );
}
