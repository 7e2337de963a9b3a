import { Text, TextInput, UnstyledButton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { RowsLoading } from "../../ui/Rows";
import { type Connector, connectorsQuery, needsNone } from "./api";
import classes from "./Catalogue.module.css";

/** So many platforms can be looked over; more are searched. */
const AT_A_GLANCE = 8;

export function Catalogue({ onChoose }: { onChoose: (connector: Connector) => void }) {
  const connectors = useQuery(connectorsQuery);
  const [sought, setSought] = useState("");
  const shown = connectors.data?.filter(({ name, title }) =>
    `${name} ${title}`.toLowerCase().includes(sought.trim().toLowerCase()),
  );
  const toConnect = shown?.filter((one) => !needsNone(one));
  const without = shown?.filter(needsNone);
  return (
    <>
      <ProblemAlert error={connectors.error} onRetry={() => void connectors.refetch()} />
      {connectors.isPending && <RowsLoading />}
      {connectors.data && connectors.data.length > AT_A_GLANCE && (
        <TextInput
          aria-label="Find a platform"
          placeholder="Find a platform"
          mb="sm"
          value={sought}
          onChange={(event) => setSought(event.currentTarget.value)}
        />
      )}
      {toConnect && (
        <ul className={classes.tiles} aria-label="Platforms">
          {toConnect.map((one) => (
            <li key={one.name}>
              <UnstyledButton className={classes.tile ?? ""} onClick={() => onChoose(one)}>
                <span className={classes.title}>{one.title}</span>{" "}
                <span className={classes.under}>
                  {one.actions.length === 1 ? "1 action" : `${one.actions.length} actions`} · {one.hold_mode}
                </span>
              </UnstyledButton>
            </li>
          ))}
        </ul>
      )}
      {shown?.length === 0 && <Text>There is no such platform.</Text>}
      {without && without.length > 0 && (
        <Text size="sm" c="dimmed" mt="md">
          {without.map(({ title }) => title).join(", ")}: nothing to connect, since calls name their address themselves.
        </Text>
      )}
    </>
  );
}
