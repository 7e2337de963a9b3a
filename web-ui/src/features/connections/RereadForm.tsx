import {
  Button,
  Group,
  NativeSelect,
  PasswordInput,
  SegmentedControl,
  Stack,
  Text,
  Textarea,
  TextInput,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import { useInfiniteQuery } from "@tanstack/react-query";
import { fieldErrors } from "../../lib/problems";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { type Connector, connectionsQuery, type Rereading } from "./api";
import { rereadingOf, type Source, wrongSource } from "./own";

const PLACES = [
  { value: "url", label: "Its address" },
  { value: "document", label: "OpenAPI document" },
];

type Props = { one: Connector; busy: boolean; problem: unknown; onRead: (where: Rereading) => void };

/** Where a description is read anew: addresses and credentials of the first time are not kept. */
export function RereadForm({ one, busy, problem, onRead }: Props) {
  const mcp = one.kind === "mcp";
  const connections = useInfiniteQuery({ ...connectionsQuery, enabled: mcp });
  const names = connections.data?.filter(({ connector }) => connector === one.name).map(({ name }) => name) ?? [];
  const form = useForm<Source>({
    initialValues: { place: mcp ? "mcp" : "url", url: "", document: "", connection: "", token: "" },
    validate: wrongSource,
  });
  const { place, connection } = form.values;
  const wrong = fieldErrors(problem, ["url", "document", "connection"]);
  const field = (name: "url" | "document" | "connection") => {
    const props = form.getInputProps(name);
    return { ...props, error: props.error ?? wrong[name] };
  };
  return (
    <form onSubmit={form.onSubmit((source) => onRead(rereadingOf(source)))}>
      <Stack>
        {!mcp && <SegmentedControl aria-label="What describes it" data={PLACES} {...form.getInputProps("place")} />}
        {place === "url" && (
          <TextInput
            label="Address"
            description="Where the document is fetched"
            placeholder="https://"
            data-autofocus
            {...field("url")}
          />
        )}
        {place === "document" && (
          <Textarea
            label="Document"
            description="OpenAPI 3.0 or 3.1, in YAML or JSON"
            autosize
            minRows={6}
            maxRows={14}
            {...field("document")}
          />
        )}
        {mcp && (
          <NativeSelect
            label="Ask as"
            description="Where the server asks who wants to know its tools"
            data={[{ value: "", label: "nobody, or by the token below" }, ...names]}
            {...field("connection")}
          />
        )}
        {mcp && connection === "" && (
          <PasswordInput
            label="Token"
            description="Used for this once, and kept nowhere; may be left out"
            autoComplete="off"
            visibilityToggleButtonProps={{ "aria-label": "Show or hide the token" }}
            {...form.getInputProps("token")}
          />
        )}
        <ProblemAlert error={problem} />
        <Group justify="space-between">
          <Text size="sm" c="dimmed">
            Nothing is changed yet.
          </Text>
          <Button type="submit" loading={busy}>
            Show what has changed
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
