import { Empty } from "../../ui/Rows";

/** In place of runs, while there are none: how to come to one. */
export function FirstRun({ mayStart }: { mayStart: boolean }) {
  if (!mayStart) return <Empty title="No runs yet">Runs that the team starts appear here by themselves.</Empty>;
  return (
    <Empty title="No runs yet">
      Runs appear here by themselves, whoever starts them: you, an agent or{" "}
      <a href="/docs/quickstart">your program by the API</a>.
    </Empty>
  );
}
