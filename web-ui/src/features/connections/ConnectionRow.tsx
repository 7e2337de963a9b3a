import { Link } from "@tanstack/react-router";
import { Row } from "../../ui/Rows";
import { Time } from "../../ui/Time";
import type { Connection, Connector } from "./api";
import { HealthBadge, HoldBadge, PlaceBadge } from "./Badges";
import { Standing } from "./Standing";

export function ConnectionRow({ one, connector }: { one: Connection; connector: Connector | undefined }) {
  return (
    <Row
      title={
        <>
          <Link to="/connections/$id" params={{ id: one.id }}>
            {one.name}
          </Link>
          <HealthBadge one={one} />
          <PlaceBadge environment={one.environment} />
          <HoldBadge connector={connector} />
        </>
      }
      under={
        <>
          {connector?.title ?? one.connector} · {one.label}
        </>
      }
      side={
        <>
          <Standing one={one} />
          <span>
            checked <Time at={one.checked_at} />
          </span>
        </>
      }
    />
  );
}
