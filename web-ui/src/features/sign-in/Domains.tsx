import { isProblem } from "@ganglion/client";
import { Button, Group, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { Empty, Rows } from "../../ui/Rows";
import { Section } from "../../ui/Section";
import { addDomain, type Domain, settingsQuery } from "./api";
import { DomainRow } from "./DomainRow";

export function Domains({ domains, mayChange }: { domains: Domain[]; mayChange: boolean }) {
  return (
    <Section
      title="E-mail domains"
      intro="Whose people they are is told by their addresses. Prove each domain by a record at its name servers."
      flush
    >
      {domains.length === 0 && (
        <Empty title="No domains yet">
          {mayChange ? "Add the part behind the @ of your people's addresses." : "An owner adds them."}
        </Empty>
      )}
      {domains.length > 0 && (
        <Rows label="E-mail domains">
          {domains.map((one) => (
            <DomainRow key={one.domain} one={one} mayChange={mayChange} />
          ))}
        </Rows>
      )}
      {mayChange && <AddDomain />}
    </Section>
  );
}

function AddDomain() {
  const client = useQueryClient();
  const form = useForm({
    initialValues: { domain: "" },
    validate: { domain: (domain) => (domain.includes(".") ? null : "Write a domain, as example.com") },
  });
  const adding = useMutation({
    mutationFn: (domain: string) => addDomain(domain),
    onSuccess: () => {
      form.reset();
      return client.invalidateQueries({ queryKey: settingsQuery.queryKey });
    },
    onError: (problem) => isProblem(problem) && form.setErrors(problem.fields()),
  });
  return (
    <form onSubmit={form.onSubmit(({ domain }) => adding.mutate(domain.trim()))}>
      <Group align="end" gap="sm" px="lg" py="md">
        <TextInput
          label="Domain"
          placeholder="example.com"
          autoComplete="off"
          maxLength={253}
          flex="1 1 14rem"
          maw={420}
          {...form.getInputProps("domain")}
        />
        <Button type="submit" variant="default" loading={adding.isPending}>
          Add the domain
        </Button>
      </Group>
      {isProblem(adding.error) && adding.error.errors.length === 0 && <ProblemAlert error={adding.error} />}
    </form>
  );
}
