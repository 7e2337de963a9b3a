import { isProblem } from "@ganglion/client";
import { Alert, Button, Group, Modal, PasswordInput, Radio, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { CopyField } from "../../ui/CopyField";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { type ProviderBody, putProvider, type SignInSettings, settingsQuery } from "./api";

type Values = { kind: "oidc" | "saml"; issuer: string; client_id: string; client_secret: string; metadata: string };

const needed = (kind: Values["kind"], what: string) => (text: string, values: Values) =>
  values.kind !== kind || text.trim() ? null : what;

/** What the API takes of a form; nothing of the other kind. */
function bodyOf({ kind, issuer, client_id, client_secret, metadata }: Values): ProviderBody {
  return kind === "saml"
    ? { kind, metadata }
    : { kind, issuer: issuer.trim(), client_id: client_id.trim(), client_secret };
}

export function ProviderForm({ settings, onClose }: { settings: SignInSettings; onClose: () => void }) {
  const client = useQueryClient();
  const form = useForm<Values>({
    initialValues: { kind: "oidc", issuer: "", client_id: "", client_secret: "", metadata: "" },
    validate: {
      issuer: needed("oidc", "Write its issuer"),
      client_id: needed("oidc", "Write the client's identifier"),
      client_secret: needed("oidc", "Write the client's secret"),
      metadata: needed("saml", "Paste its metadata"),
    },
  });
  const bringing = useMutation({
    mutationFn: (values: Values) => putProvider(bodyOf(values)),
    onSuccess: () => {
      notifications.show({ title: "Brought", message: "Now sign in by it once." });
      onClose();
      return client.invalidateQueries({ queryKey: settingsQuery.queryKey });
    },
    onError: (problem) => isProblem(problem) && form.setErrors(problem.fields()),
  });
  const saml = form.values.kind === "saml";
  return (
    <Modal opened onClose={onClose} title="Bring an identity provider" size="lg">
      <form onSubmit={form.onSubmit((values) => bringing.mutate(values))}>
        <Stack>
          {settings.provider && (
            <Alert color="yellow" title="In place of the one that is there">
              People come in by the new one from then on; it has to be tried before it can be the only way.
            </Alert>
          )}
          <Radio.Group label="It speaks" {...form.getInputProps("kind")}>
            <Group mt="xs">
              <Radio value="oidc" label="OpenID Connect" />
              <Radio value="saml" label="SAML 2.0" />
            </Group>
          </Radio.Group>
          <Text size="sm">Tell it about us first:</Text>
          <CopyField
            label={saml ? "Assertion consumer service" : "Redirect address"}
            text={settings.redirect_uri ?? ""}
          />
          {saml && settings.entity_id && <CopyField label="Our entity identifier" text={settings.entity_id} />}
          {saml ? (
            <Textarea
              label="Its metadata"
              description="XML with an EntityDescriptor. It has to send people's e-mail addresses."
              autosize
              minRows={5}
              maxRows={14}
              {...form.getInputProps("metadata")}
            />
          ) : (
            <>
              <TextInput
                label="Issuer"
                description="As it names itself, letter by letter"
                placeholder="https://login.example.com"
                maxLength={500}
                {...form.getInputProps("issuer")}
              />
              <TextInput label="Client identifier" maxLength={255} {...form.getInputProps("client_id")} />
              <PasswordInput
                label="Client secret"
                description="Goes to the platform's identity provider, and is never shown again"
                autoComplete="off"
                maxLength={1000}
                {...form.getInputProps("client_secret")}
              />
            </>
          )}
          <ProblemAlert error={bringing.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={bringing.isPending}>
              Bring it
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
