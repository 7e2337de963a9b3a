import { NativeSelect, TextInput } from "@mantine/core";
import type { Action, Connector } from "./api";
import { argumentsOf, nameOf, type Undo, undoersOf } from "./own";

const CLASSES = [
  { value: "reversible", label: "undoes it: as if it had not been" },
  { value: "compensable", label: "is an opposite act" },
];

type Props = {
  connector: Connector;
  action: Action;
  undo: Undo | null;
  /** By the arguments' names. */
  wrong: Record<string, string>;
  onSay: (undo: Undo | null) => void;
};

/** What takes an action back, and where in what landed its arguments are. */
export function UndoFields({ connector, action, undo, wrong, onSay }: Props) {
  const undoers = undoersOf(connector, action);
  const by = undoers.find((one) => nameOf(one) === undo?.action);
  return (
    <>
      <NativeSelect
        label="It is taken back by"
        description="Without one it needs an approval, unless the agent's policy allows it"
        data={[{ value: "", label: "nothing" }, ...undoers.map((one) => ({ value: nameOf(one), label: nameOf(one) }))]}
        value={undo?.action ?? ""}
        onChange={(event) => {
          const name = event.currentTarget.value;
          onSay(name ? { undoClass: undo?.undoClass ?? "reversible", action: name, from: {} } : null);
        }}
      />
      {undo && (
        <NativeSelect
          label={`What ${undo.action} does`}
          data={CLASSES}
          value={undo.undoClass}
          onChange={(event) => onSay({ ...undo, undoClass: event.currentTarget.value as Undo["undoClass"] })}
        />
      )}
      {undo &&
        by &&
        argumentsOf(by).map(({ name, needed }) => (
          <TextInput
            key={name}
            label={`Its argument ${name}`}
            description={needed ? "Where it is in what landed: /input, /output or /reference" : "May be left out"}
            placeholder="/output/id"
            withAsterisk={needed}
            error={wrong[name]}
            value={undo.from[name] ?? ""}
            onChange={(event) => onSay({ ...undo, from: { ...undo.from, [name]: event.currentTarget.value } })}
          />
        ))}
    </>
  );
}
