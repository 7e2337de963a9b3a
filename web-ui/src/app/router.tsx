import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouterHistory,
} from "@tanstack/react-router";
import { landingOf } from "../features/connections/landing";
import { runsSearch } from "../features/runs/filter";
import { isMonth } from "../lib/months";
import { Crash } from "./Crash";
import { Loading } from "./Loading";
import { NotFound } from "./NotFound";
import { OperatorGate } from "./OperatorGate";
import { Root } from "./Root";
import { TenantGate } from "./TenantGate";

const root = createRootRoute({ component: Root, notFoundComponent: NotFound });

/** Pages inside of a tenant; whoever is in none is shown the way in. */
const tenant = createRoute({ getParentRoute: () => root, id: "tenant", component: TenantGate });

/** Pages of who runs the installation, whatever tenant they belong to, or none. */
const operator = createRoute({ getParentRoute: () => root, id: "operator", component: OperatorGate });

const routes = root.addChildren([
  tenant.addChildren([
    createRoute({
      getParentRoute: () => tenant,
      path: "/",
      component: lazyRouteComponent(() => import("../features/home/HomePage"), "HomePage"),
    }),
    createRoute({
      getParentRoute: () => tenant,
      path: "/connections",
      validateSearch: landingOf,
      component: lazyRouteComponent(() => import("../features/connections/ConnectionsPage"), "ConnectionsPage"),
    }),
    createRoute({
      getParentRoute: () => tenant,
      path: "/connections/$id",
      component: lazyRouteComponent(() => import("../features/connections/ConnectionPage"), "ConnectionPage"),
    }),
    createRoute({
      getParentRoute: () => tenant,
      path: "/connectors/$name",
      component: lazyRouteComponent(() => import("../features/connections/ConnectorPage"), "ConnectorPage"),
    }),
    createRoute({
      getParentRoute: () => tenant,
      path: "/agents",
      component: lazyRouteComponent(() => import("../features/agents/AgentsPage"), "AgentsPage"),
    }),
    createRoute({
      getParentRoute: () => tenant,
      path: "/agents/$id",
      component: lazyRouteComponent(() => import("../features/agents/AgentPage"), "AgentPage"),
    }),
    createRoute({
      getParentRoute: () => tenant,
      path: "/agents/$id/state/$key",
      component: lazyRouteComponent(() => import("../features/agents/EntryPage"), "EntryPage"),
    }),
    createRoute({
      getParentRoute: () => tenant,
      path: "/workflows",
      component: lazyRouteComponent(() => import("../features/workflows/WorkflowsPage"), "WorkflowsPage"),
    }),
    createRoute({
      getParentRoute: () => tenant,
      path: "/workflows/new",
      validateSearch: newWorkflowSearch,
      component: lazyRouteComponent(() => import("../features/workflows/NewWorkflowPage"), "NewWorkflowPage"),
    }),
    createRoute({
      getParentRoute: () => tenant,
      path: "/workflows/$id",
      component: lazyRouteComponent(() => import("../features/workflows/WorkflowPage"), "WorkflowPage"),
    }),
    createRoute({
      getParentRoute: () => tenant,
      path: "/laboratory",
      component: lazyRouteComponent(() => import("../features/laboratory/LaboratoryPage"), "LaboratoryPage"),
    }),
    createRoute({
      getParentRoute: () => tenant,
      path: "/laboratory/$name",
      component: lazyRouteComponent(() => import("../features/laboratory/ScenarioPage"), "ScenarioPage"),
    }),
    createRoute({
      getParentRoute: () => tenant,
      path: "/runs",
      validateSearch: runsSearch,
      component: lazyRouteComponent(() => import("../features/runs/RunsPage"), "RunsPage"),
    }),
    createRoute({
      getParentRoute: () => tenant,
      path: "/runs/$id",
      component: lazyRouteComponent(() => import("../features/runs/RunPage"), "RunPage"),
    }),
    createRoute({
      getParentRoute: () => tenant,
      path: "/attention",
      component: lazyRouteComponent(() => import("../features/runs/AttentionPage"), "AttentionPage"),
    }),
    createRoute({
      getParentRoute: () => tenant,
      path: "/capacity",
      validateSearch: capacitySearch,
      component: lazyRouteComponent(() => import("../features/capacity/CapacityPage"), "CapacityPage"),
    }),
    createRoute({
      getParentRoute: () => tenant,
      path: "/billing",
      component: lazyRouteComponent(() => import("../features/billing/BillingPage"), "BillingPage"),
    }),
    createRoute({
      getParentRoute: () => tenant,
      path: "/billing/invoices/$id",
      component: lazyRouteComponent(() => import("../features/billing/InvoicePage"), "InvoicePage"),
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
      path: "/webhooks",
      component: lazyRouteComponent(() => import("../features/webhooks/WebhooksPage"), "WebhooksPage"),
    }),
    createRoute({
      getParentRoute: () => tenant,
      path: "/webhooks/$id",
      component: lazyRouteComponent(() => import("../features/webhooks/EndpointPage"), "EndpointPage"),
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
  operator.addChildren([
    createRoute({
      getParentRoute: () => operator,
      path: "/operator",
      validateSearch: tenantsSearch,
      component: lazyRouteComponent(() => import("../features/operator/TenantsPage"), "TenantsPage"),
    }),
    createRoute({
      getParentRoute: () => operator,
      path: "/operator/tenants/$id",
      component: lazyRouteComponent(() => import("../features/operator/TenantPage"), "TenantPage"),
    }),
    createRoute({
      getParentRoute: () => operator,
      path: "/operator/health",
      component: lazyRouteComponent(() => import("../features/operator/HealthPage"), "HealthPage"),
    }),
    createRoute({
      getParentRoute: () => operator,
      path: "/operator/incidents",
      component: lazyRouteComponent(() => import("../features/operator/IncidentsPage"), "IncidentsPage"),
    }),
  ]),
  createRoute({
    getParentRoute: () => root,
    path: "/status",
    component: lazyRouteComponent(() => import("../features/status/StatusPage"), "StatusPage"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/decide",
    component: lazyRouteComponent(() => import("../features/decide/DecidePage"), "DecidePage"),
  }),
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

const TENANT_STATES = ["active", "paused", "suspended", "deleted"] as const;

/** Which tenants an operator looks for. */
function tenantsSearch(search: Record<string, unknown>): { q?: string; state?: (typeof TENANT_STATES)[number] } {
  const state = TENANT_STATES.find((one) => one === search.state);
  return { ...(typeof search.q === "string" && search.q && { q: search.q }), ...(state && { state }) };
}

/** Which version the new one comes after. */
function newWorkflowSearch({ from }: Record<string, unknown>): { from?: string } {
  return typeof from === "string" && from ? { from } : {};
}

const USAGE_BY = ["agent", "system", "workflow", "connector"] as const;

/** Which month, by what; this month and all together where nothing is said. */
function capacitySearch(search: Record<string, unknown>): { month?: string; by?: (typeof USAGE_BY)[number] } {
  const by = USAGE_BY.find((one) => one === search.by);
  return { ...(isMonth(search.month) && { month: search.month }), ...(by && { by }) };
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
