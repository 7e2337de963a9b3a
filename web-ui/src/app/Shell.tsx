import { Burger } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Outlet } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
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

/** Fetched by who opens it: most screens have room for all pages' names. */
const SmallMenu = lazy(() => import("./SmallMenu").then((it) => ({ default: it.SmallMenu })));

/** What stands around every page of a tenant. */
export function Shell({ me }: { me: Member }) {
  const [open, { toggle, close }] = useDisclosure();
  const [wanted, setWanted] = useState(false);
  if (open && !wanted) setWanted(true); // it stays, so that it can close as it opened
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
      {wanted && (
        <Suspense>
          <SmallMenu me={me} open={open} onClose={close} />
        </Suspense>
      )}
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
