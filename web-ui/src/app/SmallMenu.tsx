import { Drawer } from "@mantine/core";
import type { Member } from "../lib/session";
import { Mark } from "../ui/Mark";
import { Navigation } from "./Navigation";

type Props = { me: Member; open: boolean; onClose: () => void };

/** The way to all pages where there is no room for it beside them. */
export function SmallMenu({ me, open, onClose }: Props) {
  return (
    <Drawer opened={open} onClose={onClose} title={<Mark />} size="16rem">
      <Navigation me={me} onGo={onClose} />
    </Drawer>
  );
}
