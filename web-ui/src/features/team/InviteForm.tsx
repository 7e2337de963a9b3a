import { isProblem } from "@ganglion/client";
import { Button, Group, Modal, Radio, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type Member, mayGive, ROLE_MEANING, ROLES, type Role } from "../../lib/session";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { invitationsQuery, invite } from "./api";

type Values = { email: string; role: Role };

export function InviteForm({ me, onClose }: { me: Member; onClose: () => void }) {
  const client = useQueryClient();
  const form = useForm<Values>({
    initialValues: { email: "", role: "viewer" },
    validate: { email: (email) => (/^\S+@\S+$/.test(email.trim()) ? null : "Write an e-mail address") },
  });
  const sending = useMutation({
    mutationFn: ({ email, role }: Values) => invite(email.trim(), role),
    onSuccess: (made) => {
      notifications.show({ title: "Invited", message: `The mail to ${made.email} is on its way.` });
      onClose();
      return client.invalidateQueries({ queryKey: invitationsQuery.queryKey });
    },
    onError: (problem) => isProblem(problem) && form.setErrors(problem.fields()),
  });
  return (
    <Modal opened onClose={onClose} title="Invite a person">
      <form onSubmit={form.onSubmit((values) => sending.mutate(values))} noValidate>
        <Stack>
          <TextInput
            label="E-mail address"
            description="They sign in with this very address. The invitation is open for seven days."
            type="email"
            autoComplete="off"
            data-autofocus
            {...form.getInputProps("email")}
          />
          <Radio.Group label="Role" {...form.getInputProps("role")}>
            <Stack gap="xs" mt="xs">
              {ROLES.filter((role) => mayGive(me.role, role)).map((role) => (
                <Radio key={role} value={role} label={role} description={ROLE_MEANING[role]} />
              ))}
            </Stack>
          </Radio.Group>
          <ProblemAlert error={sending.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={sending.isPending}>
              Send the invitation
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
