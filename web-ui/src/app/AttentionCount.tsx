import { useQuery } from "@tanstack/react-query";
import { attentionQuery } from "../lib/attention";
import classes from "./AttentionCount.module.css";

/** How much waits for a person; nothing where nothing does. */
export function AttentionCount() {
  const { data } = useQuery(attentionQuery);
  if (!data || data.count === 0) return null;
  const told = data.more ? `${data.count}+` : String(data.count);
  return (
    <span className={classes.count}>
      <span aria-hidden>{told}</span>
      <span className={classes.spoken}> ({told} waiting)</span>
    </span>
  );
}
