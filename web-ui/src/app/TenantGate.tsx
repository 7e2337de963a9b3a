import { type ApiProblem, isProblem } from "@ganglion/client";
import { Button, Group } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useLocation, useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useEffect } from "react";
import { inTenant, meQuery, signInPath } from "../lib/session";
import { FrontPage } from "../ui/FrontPage";
import { ProblemAlert } from "../ui/ProblemAlert";
import { Loading } from "./Loading";
import { Shell } from "./Shell";

const LandingPage = lazy(() => import("../features/entry/LandingPage").then((it) => ({ default: it.LandingPage })));

/** Codes of refusals that signing in differently mends. */
const NOT_THIS_WAY = new Set(["organization_sign_in", "provider_of_other_domains"]);

/** Lets members in; shows others how to become one. */
export function TenantGate() {
  const me = useQuery(meQuery);
  const { pathname, searchStr } = useLocation();
  if (isProblem(me.error) && NOT_THIS_WAY.has(me.error.code)) return <AnotherWay problem={me.error} />;
  if (me.data === undefined) {
    if (me.isPending) return <Loading />;
    return (
      <FrontPage title="This can't be shown right now">
        <ProblemAlert error={me.error} onRetry={() => void me.refetch()} />
      </FrontPage>
    );
  }
  if (me.data === null) {
    return (
      <Suspense fallback={<Loading />}>
        <LandingPage next={pathname + searchStr} />
      </Suspense>
    );
  }
  return inTenant(me.data) ? <Shell me={me.data} /> : <GoToWelcome />;
}

/** They have signed in, but not as their organization wants. */
function AnotherWay({ problem }: { problem: ApiProblem }) {
  const { pathname, searchStr } = useLocation();
  return (
    <FrontPage title={problem.title} intro={problem.detail}>
      <Group gap="sm">
        {problem.code === "organization_sign_in" && (
          <Button component="a" href={signInPath("organization", pathname + searchStr)} size="md">
            Sign in there
          </Button>
        )}
        <Button component="a" href={signInPath("logout", "/")} size="md" variant="default">
          Sign out
        </Button>
      </Group>
    </FrontPage>
  );
}

/** Once: the router's own Navigate goes again with every render, and each going is one. */
function GoToWelcome() {
  const navigate = useNavigate();
  useEffect(() => void navigate({ to: "/welcome", replace: true }), [navigate]);
  return <Loading />;
}
