import { Burger, Drawer } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Outlet } from "@tanstack/react-router";
import type { Member } from "../lib/session";
import { ColorSchemeSwitch } from "../ui/ColorSchemeSwitch";
import { Mark } from "../ui/Mark";
import { BillBanner } from "./BillBanner";
import { DeletedBanner } from "./DeletedBanner";
import { IncidentBanner } from "./IncidentBanner";
import { Navigation } from "./Navigation";
import { PersonMenu } from "./PersonMenu";
import classes from "./Shell.module.css";
import { SignInBanner } from "./SignInBanner";
import { TenantSwitcher } from "./TenantSwitcher";

/** What stands around every page of a tenant. */
export function Shell({ me }: { me: Member }) {
  const [open, { toggle, close }] = useDisclosure();
  return (
    <div className={classes.shell}>
      <header className={classes.top}>
        <Burger opened={open} onClick={toggle} size="sm" className={classes.burger} aria-label="Menu" />
        <span className={classes.mark}>
          <Mark />
        </span>
        <TenantSwitcher me={me} />
        <div className={classes.tools}>
          <ColorSchemeSwitch />
          <PersonMenu me={me} />
        </div>
      </header>
      <div className={classes.side}>
        <Navigation me={me} />
      </div>
      <Drawer opened={open} onClose={close} title={<Mark />} size="16rem">
        <Navigation me={me} onGo={close} />
      </Drawer>
      <main id="main" className={classes.main}>
        <IncidentBanner />
        <SignInBanner />
        <DeletedBanner me={me} />
        <BillBanner me={me} />
        <Outlet />
      </main>
    </div>
  );
}
