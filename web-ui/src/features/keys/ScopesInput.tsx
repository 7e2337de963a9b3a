import { Button, Checkbox, Group, Input } from "@mantine/core";
import { useId } from "react";
import { bySubject } from "./form";
import classes from "./ScopesInput.module.css";

type Props = { available: string[]; value?: string[]; onChange?: (scopes: string[]) => void; error?: React.ReactNode };

/** Which scopes a key gets: presets, and each by itself. */
export function ScopesInput({ available, value = [], onChange, error }: Props) {
  const id = useId();
  const single = available.filter((scope) => scope !== "*");
  const everything = value.includes("*");
  const presets = [
    { label: "Read all", scopes: single.filter((scope) => scope.endsWith(":read")) },
    { label: "Run", scopes: ["runs:read", "runs:write", "workflows:read", "agents:read", "effects:read"] },
    ...(available.includes("*") ? [{ label: "Everything", scopes: ["*"] }] : []),
    { label: "None", scopes: [] },
  ];
  const toggle = (scope: string) =>
    onChange?.(value.includes(scope) ? value.filter((one) => one !== scope) : [...value, scope]);
  return (
    <fieldset className={classes.fieldset} aria-describedby={error ? id : undefined}>
      <legend className={classes.legend}>Scopes</legend>
      <Group gap="xs" mb="xs">
        {presets.map(({ label, scopes }) => (
          <Button key={label} size="compact-xs" variant="light" onClick={() => onChange?.(scopes)}>
            {label}
          </Button>
        ))}
      </Group>
      {everything ? (
        <p className={classes.note}>Everything, and whatever is added later.</p>
      ) : (
        <div className={classes.subjects}>
          {[...bySubject(single)].map(([subject, verbs]) => (
            <div key={subject} className={classes.subject}>
              <span>{subject}</span>
              {verbs.map((verb) => (
                <Checkbox
                  key={verb}
                  size="xs"
                  label={verb}
                  aria-label={`${subject}:${verb}`}
                  checked={value.includes(`${subject}:${verb}`)}
                  onChange={() => toggle(`${subject}:${verb}`)}
                />
              ))}
            </div>
          ))}
        </div>
      )}
      {error && <Input.Error id={id}>{error}</Input.Error>}
    </fieldset>
  );
}
