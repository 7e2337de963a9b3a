import { Button, type ButtonProps } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useEffect } from "react";
import { leaveFor } from "../../lib/leave";
import { authorize, type Consent, openLabAccount } from "./api";

type Props = ButtonProps & {
  children: string;
  /** What is asked for, when it is pressed; nothing: it can't be yet. */
  wanted: () => Consent | undefined;
  /** Of which platform of the laboratory an account is opened for it. */
  simulated?: string | undefined;
  onFailed: (problem: unknown) => void;
};

/** Goes to the platform's page, where a person lets us act in their account. */
export function ConsentButton({ children, wanted, simulated, onFailed, ...looks }: Props) {
  const going = useMutation({
    mutationFn: async (consent: Consent) => {
      const hint = simulated && tokenOf((await openLabAccount(simulated)).connection.credentials);
      const { url } = await authorize(consent);
      return hint ? `${url}&login_hint=${encodeURIComponent(hint)}` : url;
    },
    onSuccess: leaveFor,
  });
  const { error } = going;
  useEffect(() => onFailed(error), [error, onFailed]);
  const press = () => {
    const consent = wanted();
    if (consent) going.mutate(consent);
  };
  return (
    <Button {...looks} loading={going.isPending} onClick={press}>
      {children}
    </Button>
  );
}

/** Who one is on a platform of the laboratory is said by the one credential it gave. */
function tokenOf(credentials: unknown): string | undefined {
  return Object.values(credentials ?? {}).find((one) => typeof one === "string");
}
