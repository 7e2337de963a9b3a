import { Alert, Button, Group, Select, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { fieldErrors } from "../../lib/problems";
import { can, useMember } from "../../lib/session";
import { ProblemAlert } from "../../ui/ProblemAlert";
import {
  asksFor,
  type Connection,
  type Connector,
  type Consent,
  connect,
  LAB,
  type NewConnection,
  openLabAccount,
} from "./api";
import { ConsentButton } from "./ConsentButton";
import { CredentialFields } from "./CredentialFields";
import { bodyOf, mayHaveOwnServer, noCredentials, placesFor, type Values, wrongValues } from "./form";

const PATHS: Record<string, string> = { credentials: "written", base_url: "baseUrl" };

type Props = { connector: Connector; onBack: () => void; onMade: (made: Connection) => unknown };

export function ConnectForm({ connector, onBack, onMade }: Props) {
  const me = useMember();
  const shape = asksFor(connector);
  const places = placesFor(connector, can(me, "lab:write"));
  const account = useRef<Partial<NewConnection>>(null); // one is enough, however often connecting is tried
  const form = useForm<Values>({
    initialValues: {
      name: connector.name,
      environment: places[0] ?? "",
      baseUrl: "",
      ...noCredentials(shape),
    },
    validate: (values) => wrongValues(shape, values),
  });
  const simulated = form.values.environment === LAB;
  const [failed, setFailed] = useState<unknown>();
  const making = useMutation({
    mutationFn: async (values: Values) => {
      if (values.environment !== LAB) return connect(bodyOf(connector, shape, values));
      account.current ??= (await openLabAccount(connector.name)).connection;
      return connect(bodyOf(connector, shape, values, account.current));
    },
    onSuccess: onMade,
    onError: (problem) => form.setErrors(formPaths(problem)),
  });
  return (
    <form onSubmit={form.onSubmit((values) => making.mutate(values))}>
      <Stack>
        <TextInput
          label="Name"
          description="What workflows and agents call it"
          data-autofocus
          {...form.getInputProps("name")}
        />
        {places.length > 1 && (
          <Select
            label="Where"
            data={places.map((value) => ({ value, label: value === LAB ? "the laboratory" : value }))}
            allowDeselect={false}
            {...form.getInputProps("environment")}
          />
        )}
        {simulated ? (
          <Alert color="grape" title="A simulated account">
            The laboratory opens an account of its own for this connection. It behaves like the platform, and nothing
            outside is touched.
          </Alert>
        ) : (
          <>
            <CredentialFields
              shape={shape}
              pairs={form.values.pairs}
              inputProps={form.getInputProps}
              onAdd={() => form.insertListItem("pairs", { name: "", value: "" })}
            />
            {mayHaveOwnServer(connector) && (
              <TextInput
                label="Address"
                description="Only for a server of your own in the platform's place"
                placeholder="https://"
                {...form.getInputProps("baseUrl")}
              />
            )}
          </>
        )}
        <ProblemAlert error={making.error ?? failed} />
        <Group justify="space-between">
          <Button variant="default" onClick={onBack}>
            Back
          </Button>
          <Group>
            {connector.oauth && (connector.oauth.app || simulated) && (
              <ConsentButton
                wanted={consent}
                simulated={simulated ? connector.name : undefined}
                onFailed={setFailed}
                variant="light"
              >
                {`Connect with ${connector.title}`}
              </ConsentButton>
            )}
            <Button type="submit" loading={making.isPending}>
              Connect
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );

  /** Only its name has to be right: credentials come from the platform. */
  function consent(): Consent | undefined {
    const { name, environment } = form.values;
    const { name: wrong } = wrongValues(shape, form.values);
    if (wrong) form.setFieldError("name", wrong);
    return wrong ? undefined : { name, connector: connector.name, environment };
  }

  /** What the API calls `/credentials/api_key` is the form's `written.api_key`. */
  function formPaths(problem: unknown): Record<string, string> {
    const known = ["name", "environment", "base_url", ...shape.fields.map(({ name }) => `credentials.${name}`)];
    return Object.fromEntries(
      Object.entries(fieldErrors(problem, known)).map(([path, detail]) => [
        path.replace(/^[^.]+/, (first) => PATHS[first] ?? first),
        detail,
      ]),
    );
  }
}
