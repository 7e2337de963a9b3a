import { Alert, Button } from "@mantine/core";

type Props = { what: string; onLoad: () => void };

/** Somebody else was faster: nothing was written over. */
export function Outdated({ what, onLoad }: Props) {
  return (
    <Alert color="yellow" title={`${what} has changed since you opened it`} role="alert">
      Nothing was written over. Load it as it is now, and make your change again.
      <div>
        <Button size="xs" variant="default" mt="xs" onClick={onLoad}>
          Load it as it is now
        </Button>
      </div>
    </Alert>
  );
}
