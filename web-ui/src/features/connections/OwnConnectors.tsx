import { Link } from "@tanstack/react-router";
import { Row, Rows } from "../../ui/Rows";
import { Section } from "../../ui/Section";
import { StateWord } from "../../ui/StateWord";
import type { Connector } from "./api";
import { KIND } from "./own";

/** Platforms of one's own; nothing where there is none. */
export function OwnConnectors({ connectors }: { connectors: readonly Connector[] }) {
  const own = connectors.filter(({ kind }) => kind !== null);
  if (own.length === 0) return null;
  return (
    <Section title="Your own platforms" intro="Read from an OpenAPI document or an MCP server." flush>
      <Rows label="Your own platforms">
        {own.map((one) => (
          <Row
            key={one.name}
            title={
              <>
                <Link to="/connectors/$name" params={{ name: one.name }}>
                  {one.title}
                </Link>
                {one.kind && <StateWord color="gray" word={KIND[one.kind]} />}
              </>
            }
            under={
              <>
                {one.name} · {one.base_url}
              </>
            }
            side={<span>{one.actions.length === 1 ? "1 action" : `${one.actions.length} actions`}</span>}
          />
        ))}
      </Rows>
    </Section>
  );
}
