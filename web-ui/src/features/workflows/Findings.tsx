import { Text, UnstyledButton } from "@mantine/core";
import { IconCircleCheck, IconExclamationCircle } from "@tabler/icons-react";
import type { Verdict } from "./api";
import classes from "./Findings.module.css";

type Props = {
  findings: { line: number; message: string; pointer: string }[];
  /** What the API says of the text as it is; undefined: not yet. */
  verdict: Verdict | undefined;
  onGo: (line: number) => void;
};

/** What is wrong with a workflow, line by line; each leads to its line. */
export function Findings({ findings, verdict, onGo }: Props) {
  return (
    <div className={classes.findings}>
      <div role="status" className={classes.state}>
        {state(findings.length, verdict)}
      </div>
      {findings.length > 0 && (
        <ul className={classes.list} aria-label="What is wrong">
          {[...findings]
            .sort((a, b) => a.line - b.line)
            .map(({ line, message, pointer }) => (
              <li key={`${line} ${pointer} ${message}`}>
                <UnstyledButton className={classes.finding ?? ""} onClick={() => onGo(line)}>
                  <span className={classes.line}>Line {line}</span> <span>{message}</span>
                </UnstyledButton>
              </li>
            ))}
        </ul>
      )}
    </div>
  );
}

function state(wrong: number, verdict: Verdict | undefined) {
  if (wrong > 0) {
    return (
      <>
        <IconExclamationCircle size={18} aria-hidden className={classes.alarm ?? ""} />
        {wrong === 1 ? "1 thing is wrong" : `${wrong} things are wrong`}
      </>
    );
  }
  if (!verdict) return <Text c="dimmed">Checking…</Text>;
  if ("wrong" in verdict) {
    return (
      <>
        <IconExclamationCircle size={18} aria-hidden className={classes.alarm ?? ""} />
        {verdict.detail}
      </>
    );
  }
  const { namespace, name, version } = verdict.valid;
  return (
    <>
      <IconCircleCheck size={18} aria-hidden className={classes.fine ?? ""} />
      {`${namespace}/${name} ${version} is valid`}
    </>
  );
}
