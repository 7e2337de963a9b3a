import { Alert } from "@mantine/core";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { failureWords } from "./landing";

/** Tells somebody whom a platform has sent back what came of it. */
export function LandingNotice() {
  const { connected, connect_error } = useSearch({ from: "/tenant/connections" });
  const navigate = useNavigate();
  const close = () => void navigate({ to: "/connections", search: {}, replace: true });
  if (connect_error) {
    return (
      <Alert color="red" title="Nothing was connected" withCloseButton closeButtonLabel="Close" onClose={close}>
        {failureWords(connect_error)}
      </Alert>
    );
  }
  if (!connected) return null;
  return (
    <Alert color="green" title="Connected" withCloseButton closeButtonLabel="Close" onClose={close}>
      The platform lets us in.{" "}
      <Link to="/connections/$id" params={{ id: connected }}>
        Look at the connection
      </Link>
    </Alert>
  );
}
