import { Button, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Empty, Rows } from "../../ui/Rows";
import { Section } from "../../ui/Section";
import { isEnded, type Run } from "./api";
import { EffectRow } from "./EffectRow";
import type { Effect } from "./effects";

const PAGE = 20;

/** What a run did outside, in the order it was intended. */
export function Effects({ effects, run }: { effects: Effect[]; run: Run }) {
  const ended = isEnded(run);
  const [shown, setShown] = useState(PAGE);
  return (
    <Section title="Effects" intro="Each act outside: frozen before it was sent, and proven after." flush>
      {effects.length === 0 && (
        <Empty title={ended ? "It did nothing outside" : "Nothing was done outside yet"}>
          {!ended && "What its workflow calls through a connection appears here before it is sent."}
        </Empty>
      )}
      {effects.length > 0 && (
        <Rows label="Effects">
          {effects.slice(0, shown).map((one) => (
            <EffectRow key={one.id} one={one} start={run.created_at} more={one.state === "UNKNOWN" && <InDoubt />} />
          ))}
        </Rows>
      )}
      {effects.length > shown && (
        <Button variant="subtle" fullWidth onClick={() => setShown(shown + PAGE)}>
          Show more ({effects.length - shown})
        </Button>
      )}
    </Section>
  );
}

function InDoubt() {
  return (
    <Text size="sm" mt="xs">
      Nobody knows whether it happened; it is not sent again before that is proven.{" "}
      <Link to="/attention">See what can be done</Link>
    </Text>
  );
}
