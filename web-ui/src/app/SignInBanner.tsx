import { Alert } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { signInQuery } from "../lib/session";

/** Says so while the identity provider doesn't answer: sessions may end and nobody can sign in. */
export function SignInBanner() {
  const { data } = useQuery(signInQuery);
  if (!data || data.state === "ready" || data.state === "off") return null;
  return (
    <Alert color="yellow" title="Nobody can sign in right now" role="status">
      {data.detail}
    </Alert>
  );
}
