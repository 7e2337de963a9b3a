import { isProblem } from "@ganglion/client";
import { Button, Group, Modal, Radio, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { type Effect, type Found, resolve } from "./effects";
import { useAskedAnew } from "./useAskedAnew";

type Values = { outcome: "" | Found["outcome"]; reference: string };

/** A person says what became of an effect that nobody else can prove. */
export function ResolveDialog({ one, onClose }: { one: Effect; onClose: () => void }) {
  const anew = useAskedAnew();
  const form = useForm<Values>({
    initialValues: { outcome: "", reference: "" },
    validate: {
      outcome: (value) => (value ? null : "Say whether it landed"),
      reference: (value, { outcome }) =>
        outcome !== "landed" || value.trim() ? null : "Name what landed, as the platform does",
    },
  });
  const resolving = useMutation({
    mutationFn: ({ outcome, reference }: Values) =>
      resolve(one.id, outcome === "landed" ? { outcome, reference: reference.trim() } : { outcome: "not_landed" }),
    onSuccess: () => {
      notifications.show({ color: "green", message: "It is on record, and the run goes on." });
      onClose();
    },
    onError: (problem) => isProblem(problem) && form.setErrors(problem.fields()),
    onSettled: anew, // a look-up may have been faster
  });
  return (
    <Modal opened onClose={onClose} title={`What became of ${one.action}?`}>
      <form onSubmit={form.onSubmit((values) => resolving.mutate(values))}>
        <Stack>
          <Text>
            Look at the platform itself first. What you say counts as proof: it is on record with your name, and the run
            acts on it.
          </Text>
          <Radio.Group label="On the platform" {...form.getInputProps("outcome")}>
            <Stack gap="xs" mt="xs">
              <Radio value="landed" label="It landed" description="The run goes on as if the platform had said so" />
              <Radio
                value="not_landed"
                label="It did not land"
                description="The run may send the same act again, if attempts are left, or handles the failure"
              />
            </Stack>
          </Radio.Group>
          {form.values.outcome === "landed" && (
            <TextInput
              label="Reference"
              description="The platform's own name for it, such as the post's or the order's number"
              {...form.getInputProps("reference")}
            />
          )}
          <ProblemAlert error={resolving.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={resolving.isPending}>
              Put it on record
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
