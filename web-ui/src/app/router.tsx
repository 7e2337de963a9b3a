import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouterHistory,
} from "@tanstack/react-router";
import { Crash } from "./Crash";
import { Loading } from "./Loading";
import { NotFound } from "./NotFound";
import { Root } from "./Root";
import { TenantGate } from "./TenantGate";

const root = createRootRoute({ component: Root, notFoundComponent: NotFound });

/** Pages inside of a tenant; whoever is in none is shown the way in. */
const tenant = createRoute({ getParentRoute: () => root, id: "tenant", component: TenantGate });

const routes = root.addChildren([
  tenant.addChildren([
    createRoute({
      getParentRoute: () => tenant,
      path: "/",
      component: lazyRouteComponent(() => import("../features/home/HomePage"), "HomePage"),
    }),
    createRoute({
      getParentRoute: () => tenant,
      path: "/team",
      component: lazyRouteComponent(() => import("../features/team/TeamPage"), "TeamPage"),
    }),
    createRoute({
      getParentRoute: () => tenant,
      path: "/api-keys",
      component: lazyRouteComponent(() => import("../features/keys/KeysPage"), "KeysPage"),
    }),
    createRoute({
      getParentRoute: () => tenant,
      path: "/audit",
      validateSearch: auditSearch,
      component: lazyRouteComponent(() => import("../features/audit/AuditPage"), "AuditPage"),
    }),
    createRoute({
      getParentRoute: () => tenant,
      path: "/sign-in",
      component: lazyRouteComponent(() => import("../features/sign-in/SignInPage"), "SignInPage"),
    }),
    createRoute({
      getParentRoute: () => tenant,
      path: "/settings",
      component: lazyRouteComponent(() => import("../features/settings/SettingsPage"), "SettingsPage"),
    }),
  ]),
  createRoute({
    getParentRoute: () => root,
    path: "/welcome",
    component: lazyRouteComponent(() => import("../features/entry/WelcomePage"), "WelcomePage"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/join/$invitation",
    component: lazyRouteComponent(() => import("../features/entry/JoinPage"), "JoinPage"),
  }),
]);

/** Filters stand in the address, so that a view can be passed on. */
function auditSearch(search: Record<string, unknown>): { actor?: string; action?: string; target?: string } {
  const text = (value: unknown) => (typeof value === "string" && value ? value : undefined);
  const [actor, action, target] = [text(search.actor), text(search.action), text(search.target)];
  return { ...(actor && { actor }), ...(action && { action }), ...(target && { target }) };
}

export function makeRouter(history?: RouterHistory) {
  return createRouter({
    routeTree: routes,
    defaultPendingComponent: Loading,
    defaultErrorComponent: Crash,
    defaultPreload: "intent",
    scrollRestoration: true,
    ...(history && { history }),
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
