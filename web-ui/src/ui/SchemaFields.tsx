import { Checkbox, JsonInput, PasswordInput, Select, TextInput } from "@mantine/core";
import type { Field } from "../lib/schema";

type Props = {
  fields: Field[];
  /** What the form has for a field. */
  inputProps: (field: Field) => object;
};

/** The fields of a form that was drawn from a JSON Schema. */
export function SchemaFields({ fields, inputProps }: Props) {
  return fields.map((field) => <SchemaField key={field.name} field={field} given={inputProps(field)} />);
}

function SchemaField({ field, given }: { field: Field; given: object }) {
  const { label, description, required, choices } = field;
  const common = { label, description, withAsterisk: required, ...given };
  switch (field.kind) {
    case "secret":
      return (
        <PasswordInput
          {...common}
          autoComplete="off"
          visibilityToggleButtonProps={{ "aria-label": `Show or hide: ${label}` }}
        />
      );
    case "choice":
      return <Select {...common} data={choices} clearable={!required} />;
    case "yes-no":
      return <Checkbox label={label} description={description} {...given} />;
    case "json":
      return <JsonInput {...common} validationError="This is not JSON" autosize minRows={2} formatOnBlur />;
    case "number":
      return <TextInput {...common} inputMode="decimal" />;
    case "text":
      return <TextInput {...common} />;
  }
}
