import { Button, Group, PasswordInput, SegmentedControl, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import type { Seen } from "../../lib/etag";
import { fieldErrors } from "../../lib/problems";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { addConnector, type Connector } from "./api";
import { bodyOf, NOTHING, type Written, wrongWith } from "./own";

const ORIGINS = [
  { value: "document", label: "OpenAPI document" },
  { value: "url", label: "Its address" },
  { value: "mcp", label: "MCP server" },
];

export function OwnConnectorForm({ onMade }: { onMade: (made: Seen<Connector>) => unknown }) {
  const form = useForm<Written>({ initialValues: NOTHING, validate: wrongWith });
  const making = useMutation({
    mutationFn: (written: Written) => addConnector(bodyOf(written)),
    onSuccess: onMade,
    onError: (problem) => form.setErrors(formErrors(problem)),
  });
  const { origin } = form.values;
  return (
    <form onSubmit={form.onSubmit((values) => making.mutate(values))}>
      <Stack>
        <SegmentedControl aria-label="What describes it" data={ORIGINS} {...form.getInputProps("origin")} />
        <TextInput
          label="Name"
          description="What workflows call it; with a hyphen, which no built-in platform has"
          placeholder="my-shop"
          data-autofocus
          {...form.getInputProps("name")}
        />
        {origin === "document" ? (
          <Textarea
            label="Document"
            description="OpenAPI 3.0 or 3.1, in YAML or JSON"
            autosize
            minRows={6}
            maxRows={14}
            {...form.getInputProps("document")}
          />
        ) : (
          <TextInput
            label="Address"
            description={
              origin === "mcp" ? "Of the server, over streamable HTTP" : "Where the document is fetched, once"
            }
            placeholder="https://"
            {...form.getInputProps("url")}
          />
        )}
        {origin === "mcp" ? (
          <PasswordInput
            label="Token"
            description="Where the server asks who wants to know its tools; used for this once, and kept nowhere"
            autoComplete="off"
            visibilityToggleButtonProps={{ "aria-label": "Show or hide the token" }}
            {...form.getInputProps("token")}
          />
        ) : (
          <TextInput
            label="Where the API is"
            description="If that is not the document's first server"
            placeholder="https://"
            {...form.getInputProps("baseUrl")}
          />
        )}
        <ProblemAlert error={making.error} />
        <Group justify="space-between">
          <Text size="sm" c="dimmed">
            Nothing is called yet.
          </Text>
          <Button type="submit" loading={making.isPending}>
            Read it
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** What the API calls `/base_url` and `/mcp/url` are the form's `baseUrl` and `url`. */
function formErrors(problem: unknown): Record<string, string> {
  const { base_url: baseUrl, mcp, ...same } = fieldErrors(problem, ["name", "document", "url", "base_url", "mcp"]);
  return { ...same, ...(baseUrl && { baseUrl }), ...(mcp && { url: mcp }) };
}
