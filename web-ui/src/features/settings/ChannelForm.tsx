import { isProblem } from "@ganglion/client";
import { Button, Group, Modal, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { CHANNEL_NAME, type Edit } from "./notifications";

type Props = { channel: "slack" | "webhook"; onChange: (edit: Edit) => Promise<unknown>; onClose: () => void };

/** Takes an address, which is never shown again. */
export function ChannelForm({ channel, onChange, onClose }: Props) {
  const form = useForm({
    initialValues: { url: "", secret: "" },
    validate: { url: (url) => (/^https?:\/\//.test(url.trim()) ? null : "An address that begins with https://") },
  });
  const saving = useMutation({
    mutationFn: ({ url, secret }: typeof form.values) =>
      onChange({ [channel]: { url: url.trim(), ...(secret.trim() && { secret: secret.trim() }) } }),
    onSuccess: onClose,
    onError: (problem) => {
      if (!isProblem(problem)) return;
      for (const one of problem.errors) form.setFieldError(one.pointer.replace(`/${channel}/`, ""), one.detail);
    },
  });
  const known = isProblem(saving.error) && saving.error.errors.some((one) => one.pointer.startsWith(`/${channel}/`));
  return (
    <Modal opened onClose={onClose} title={`Where ${CHANNEL_NAME[channel]} messages go`}>
      <form onSubmit={form.onSubmit((values) => saving.mutate(values))}>
        <Stack>
          <TextInput
            label="Address"
            description="Kept sealed, and never shown again"
            placeholder={channel === "slack" ? "https://hooks.slack.com/services/…" : "https://example.com/told"}
            autoComplete="off"
            maxLength={500}
            data-autofocus
            {...form.getInputProps("url")}
          />
          {channel === "webhook" && (
            <PasswordInput
              label="Secret"
              description="To sign messages with, by Standard Webhooks: whsec_ and 24 to 64 bytes in base64. May be left out."
              autoComplete="off"
              maxLength={200}
              {...form.getInputProps("secret")}
            />
          )}
          {!known && <ProblemAlert error={saving.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={saving.isPending}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
