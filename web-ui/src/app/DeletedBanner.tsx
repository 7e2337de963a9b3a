import { Alert } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { Member } from "../lib/session";
import { Time } from "../ui/Time";

/** Says so while a tenant waits for its erasure: it can be read, nothing more. */
export function DeletedBanner({ me }: { me: Member }) {
  const until = me.tenants.find((one) => one.tenant === me.tenant)?.purge_at;
  if (!until) return null;
  return (
    <Alert color="orange" title="This tenant is deleted" role="status">
      It is read-only, and everything of it is erased on <Time at={until} />. An owner can restore it in the{" "}
      <Link to="/settings">settings</Link>.
    </Alert>
  );
}
