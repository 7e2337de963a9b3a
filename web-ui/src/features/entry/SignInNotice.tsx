import { Alert, Loader } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { signInQuery } from "../../lib/session";

const TITLES = { starting: "Sign-in is starting", unavailable: "Sign-in is down", off: "There is no sign-in here" };

/** What keeps people from signing in; nothing while nothing does. Looks again by itself. */
export function SignInNotice() {
  const { data, error } = useQuery(signInQuery);
  if (error) {
    return (
      <Alert color="red" title="Ganglion doesn't answer" role="alert">
        This page looks again every few seconds.
      </Alert>
    );
  }
  if (!data || data.state === "ready") return null;
  const waiting = data.state === "starting";
  return (
    <Alert
      color={data.state === "unavailable" ? "red" : "yellow"}
      title={TITLES[data.state]}
      role="status"
      {...(waiting && { icon: <Loader size={18} color="yellow" aria-hidden /> })}
    >
      {data.detail}
      {waiting && " This page tells when it is ready."}
    </Alert>
  );
}
