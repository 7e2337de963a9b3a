import { Button, Group, PasswordInput, TextInput } from "@mantine/core";
import type { Shape } from "../../lib/schema";
import { SchemaFields } from "../../ui/SchemaFields";
import type { Pair } from "./form";

type Props = {
  shape: Shape;
  pairs: Pair[];
  inputProps: (path: string, options?: { type: "checkbox" | "input" }) => object;
  onAdd: () => void;
};

/** What a connector asks for, by its JSON Schema. */
export function CredentialFields({ shape, pairs, inputProps, onAdd }: Props) {
  return (
    <>
      <SchemaFields
        fields={shape.fields}
        inputProps={({ name, kind }) =>
          inputProps(`written.${name}`, { type: kind === "yes-no" ? "checkbox" : "input" })
        }
      />
      {pairs.map((_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are told apart by where they stand alone
        <Group key={at} align="flex-start" wrap="wrap" gap="xs" grow>
          <TextInput
            label={pairs.length > 1 ? `Name ${at + 1}` : "Name of the secret"}
            placeholder="token"
            {...inputProps(`pairs.${at}.name`)}
          />
          <PasswordInput
            label={pairs.length > 1 ? `Value ${at + 1}` : "Value"}
            autoComplete="off"
            visibilityToggleButtonProps={{ "aria-label": `Show or hide value ${at + 1}` }}
            {...inputProps(`pairs.${at}.value`)}
          />
        </Group>
      ))}
      {shape.free && (
        <div>
          <Button size="xs" variant="default" onClick={onAdd}>
            Add another
          </Button>
        </div>
      )}
    </>
  );
}
