import { Code, Text } from "@mantine/core";
import { JsonView } from "../../ui/JsonView";
import { Time } from "../../ui/Time";
import { type Asked, actOf } from "./api";

const TIMEOUT: Record<Asked["on_timeout"], string> = {
  approve: "it is taken as approved",
  reject: "it is taken as rejected",
  fail: "its task fails",
};

/** What exactly would be done, and until when it can be decided. */
export function Question({ asked }: { asked: Asked }) {
  const act = actOf(asked);
  return (
    <>
      {act ? (
        <>
          <Text>
            <Code>{act.function}</Code> {act.connection && <>through {act.connection}</>} sends exactly this, and
            nothing else:
          </Text>
          <JsonView label="Frozen arguments" value={act.arguments} />
        </>
      ) : (
        <JsonView label="What is asked" value={asked.detail} />
      )}
      <Text size="sm">
        Asked <Time at={asked.asked_at} />. It can be decided until <Time at={asked.expires_at} />, then{" "}
        {TIMEOUT[asked.on_timeout]}; by this link until <Time at={asked.link_expires_at} />.
      </Text>
    </>
  );
}
