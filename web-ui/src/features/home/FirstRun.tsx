import { CopyField } from "../../ui/CopyField";
import { Empty } from "../../ui/Rows";

/** In place of runs, while there are none: how to come to one. */
export function FirstRun({ mayStart }: { mayStart: boolean }) {
  if (!mayStart) return <Empty title="No runs yet">Runs that the team starts appear here by themselves.</Empty>;
  return (
    <Empty title="No runs yet">
      <p>Store a workflow with an API key, then start a run of it here or by the API. It appears here by itself.</p>
      <CopyField
        label="How to store a workflow"
        text={`curl -H 'Authorization: Bearer gk_live_…' -H 'Content-Type: application/yaml' \\
  --data-binary @examples/hello.yaml ${location.origin}/api/v1/workflows`}
      />
    </Empty>
  );
}
