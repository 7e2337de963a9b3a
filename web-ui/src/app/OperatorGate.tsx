import { useQuery } from "@tanstack/react-query";
import { Link, Outlet, useLocation } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { meQuery } from "../lib/session";
import { ColorSchemeSwitch } from "../ui/ColorSchemeSwitch";
import { FrontPage } from "../ui/FrontPage";
import { Mark } from "../ui/Mark";
import { ProblemAlert } from "../ui/ProblemAlert";
import { Loading } from "./Loading";
import { NotFound } from "./NotFound";
import classes from "./OperatorGate.module.css";

const LandingPage = lazy(() => import("../features/entry/LandingPage").then((it) => ({ default: it.LandingPage })));

/** Lets in who runs the installation; for everybody else these pages are not there. */
export function OperatorGate() {
  const me = useQuery(meQuery);
  const { pathname } = useLocation();
  if (me.data === null) {
    return (
      <Suspense fallback={<Loading />}>
        <LandingPage next={pathname} />
      </Suspense>
    );
  }
  if (me.data === undefined) {
    if (me.isPending) return <Loading />;
    return (
      <FrontPage title="This can't be shown right now">
        <ProblemAlert error={me.error} onRetry={() => void me.refetch()} />
      </FrontPage>
    );
  }
  if (!me.data.operator) return <NotFound />;
  return (
    <div className={classes.page}>
      <header className={classes.top}>
        <Link to="/" aria-label="Ganglion: the dashboard" className={classes.home}>
          <Mark />
        </Link>
        <nav className={classes.nav} aria-label="Operator">
          <Link to="/operator" activeOptions={{ exact: true, includeSearch: false }}>
            Tenants
          </Link>
          <Link to="/operator/health">Health</Link>
          <Link to="/operator/incidents">Incidents</Link>
          <Link to="/status">Status page</Link>
        </nav>
        <ColorSchemeSwitch />
      </header>
      <main id="main">
        <Outlet />
      </main>
    </div>
  );
}
