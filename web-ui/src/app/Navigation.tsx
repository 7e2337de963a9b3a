import {
  IconAlertTriangle,
  IconChartBar,
  IconFlask,
  IconHistory,
  IconHome,
  IconKey,
  IconLogin2,
  IconPlayerPlay,
  IconPlugConnected,
  IconReceipt,
  IconRobot,
  IconServerCog,
  IconSettings,
  IconSitemap,
  IconUsers,
  IconWebhook,
} from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { can, type Member } from "../lib/session";
import { AttentionCount } from "./AttentionCount";
import classes from "./Navigation.module.css";

const PAGES = [
  { to: "/", label: "Home", icon: IconHome, scope: "runs:read" },
  { to: "/runs", label: "Runs", icon: IconPlayerPlay, scope: "runs:read" },
  { to: "/attention", label: "Attention", icon: IconAlertTriangle, scope: "approvals:read" },
  { to: "/connections", label: "Connections", icon: IconPlugConnected, scope: "connections:read" },
  { to: "/agents", label: "Agents", icon: IconRobot, scope: "agents:read" },
  { to: "/workflows", label: "Workflows", icon: IconSitemap, scope: "workflows:read" },
  { to: "/laboratory", label: "Laboratory", icon: IconFlask, scope: "lab:read" },
  { to: "/capacity", label: "Capacity & usage", icon: IconChartBar, scope: "usage:read" },
  { to: "/billing", label: "Billing", icon: IconReceipt, scope: "billing:read" },
  { to: "/team", label: "Team", icon: IconUsers, scope: "members:read" },
  { to: "/api-keys", label: "API keys", icon: IconKey, scope: "api-keys:read" },
  { to: "/webhooks", label: "Webhooks", icon: IconWebhook, scope: "webhooks:read" },
  { to: "/sign-in", label: "Sign-in", icon: IconLogin2, scope: "tenant:write" },
  { to: "/audit", label: "Audit log", icon: IconHistory, scope: "audit:read" },
  { to: "/settings", label: "Settings", icon: IconSettings, scope: "tenant:read" },
] as const;

/** The pages that the member's role may see. */
export function Navigation({ me, onGo }: { me: Member; onGo?: () => void }) {
  return (
    <nav className={classes.nav} aria-label="Pages">
      {PAGES.filter((page) => can(me, page.scope)).map(({ to, label, icon: Icon }) => (
        <Link
          key={to}
          to={to}
          className={classes.link ?? ""}
          activeOptions={{ exact: to === "/", includeSearch: false }}
          onClick={() => onGo?.()}
        >
          <Icon size={18} aria-hidden />
          {label}
          {to === "/attention" && <AttentionCount />}
        </Link>
      ))}
      {me.operator && (
        <Link to="/operator" className={classes.link ?? ""} onClick={() => onGo?.()}>
          <IconServerCog size={18} aria-hidden />
          Operator
        </Link>
      )}
    </nav>
  );
}
