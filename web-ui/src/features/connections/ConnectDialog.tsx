import { Modal } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Connector } from "./api";
import { Catalogue } from "./Catalogue";
import { ConnectForm } from "./ConnectForm";

/** Two steps to a connection: which platform, and whose account there. */
export function ConnectDialog({ first, onClose }: { first?: Connector | undefined; onClose: () => void }) {
  const client = useQueryClient();
  const [chosen, setChosen] = useState(first);
  return (
    <Modal opened onClose={onClose} title={chosen ? `Connect ${chosen.title}` : "Connect an account"} size="lg">
      {chosen ? (
        <ConnectForm
          connector={chosen}
          onBack={() => setChosen(undefined)}
          onMade={(made) => {
            notifications.show({ color: "green", title: "Connected", message: `“${made.name}” is ${made.label}.` });
            onClose();
            return client.invalidateQueries({ queryKey: ["connections"] });
          }}
        />
      ) : (
        <Catalogue onChoose={setChosen} />
      )}
    </Modal>
  );
}
