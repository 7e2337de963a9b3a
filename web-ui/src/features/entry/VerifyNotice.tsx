import { Alert } from "@mantine/core";
import { type Me, signInPath } from "../../lib/session";

/** Asks whoever's address is not verified to do that first; nothing is possible before. */
export function VerifyNotice({ person }: { person: Me["person"] }) {
  if (person.email_verified) return null;
  return (
    <Alert color="yellow" title="Verify your e-mail address first" role="status">
      Follow the link in the mail to {person.email ?? "your address"}, then{" "}
      <a href={signInPath("logout", "/")}>sign in again</a>.
    </Alert>
  );
}
