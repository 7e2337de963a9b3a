import { Button, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useNavigate } from "@tanstack/react-router";
import classes from "./AuditFilter.module.css";
import type { Filter } from "./api";

/** Narrows the log; the filter stands in the address. */
export function AuditFilter({ filter }: { filter: Filter }) {
  const navigate = useNavigate();
  const form = useForm({
    initialValues: { actor: filter.actor ?? "", action: filter.action ?? "", target: filter.target ?? "" },
  });
  const apply = ({ actor, action, target }: Required<Filter>) =>
    navigate({
      to: "/audit",
      search: {
        ...(actor.trim() && { actor: actor.trim() }),
        ...(action.trim() && { action: action.trim() }),
        ...(target.trim() && { target: target.trim() }),
      },
    });
  return (
    <form
      role="search"
      aria-label="Audit log"
      className={classes.form}
      onSubmit={form.onSubmit((it) => void apply(it))}
    >
      <TextInput label="Actor" placeholder="per_…, key_…, operator" {...form.getInputProps("actor")} />
      <TextInput label="Action" placeholder="member.joined" {...form.getInputProps("action")} />
      <TextInput label="Target" placeholder="con_…" {...form.getInputProps("target")} />
      <div className={classes.buttons}>
        <Button type="submit" variant="default">
          Filter
        </Button>
        {Object.keys(filter).length > 0 && (
          <Button variant="subtle" onClick={() => void navigate({ to: "/audit", search: {} })}>
            Clear
          </Button>
        )}
      </div>
    </form>
  );
}
