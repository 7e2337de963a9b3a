import { isProblem } from "@ganglion/client";
import { Button, Group, NumberInput, Select } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { Section } from "../../ui/Section";
import { agree } from "./api";

type Values = { k: number | string; interval: "month" | "year"; fee: number | string; burst: number | string };

const MINOR = 100;
const minor = (amount: number | string) => Math.round(Number(amount) * MINOR);

/** The plan Enterprise, as it was agreed by hand. */
export function EnterpriseForm({ tenant }: { tenant: string }) {
  const client = useQueryClient();
  const needed = (value: number | string) => (value === "" ? "Send a number" : null);
  const form = useForm<Values>({
    initialValues: { k: "", interval: "year", fee: "", burst: "" },
    validate: { k: needed, fee: needed, burst: needed },
  });
  const agreeing = useMutation({
    mutationFn: ({ k, interval, fee, burst }: Values) =>
      agree(tenant, { k: Number(k), interval, fee_minor: minor(fee), burst_minor: minor(burst) }),
    onSuccess: () => {
      notifications.show({ message: "Agreed; it holds from now on." });
      form.reset();
      return client.invalidateQueries({ queryKey: ["operator"] });
    },
    onError: (problem) => isProblem(problem) && form.setErrors(problem.fields()),
  });
  return (
    <Section title="Enterprise" intro="Sets the plan Enterprise with what was agreed by hand, at once.">
      <form onSubmit={form.onSubmit((values) => agreeing.mutate(values))}>
        <Group align="end" gap="sm">
          <NumberInput
            label="Agreed capacity"
            min={0}
            max={1_000_000}
            allowDecimal={false}
            {...form.getInputProps("k")}
          />
          <Select
            label="Paid each"
            data={["month", "year"]}
            allowDeselect={false}
            {...form.getInputProps("interval")}
          />
          <NumberInput label="Fee" min={0} decimalScale={2} {...form.getInputProps("fee")} />
          <NumberInput label="A CU-hour of burst" min={0} decimalScale={2} {...form.getInputProps("burst")} />
          <Button type="submit" loading={agreeing.isPending}>
            Set terms
          </Button>
        </Group>
        <ProblemAlert error={agreeing.error} />
      </form>
    </Section>
  );
}
