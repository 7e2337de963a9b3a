import { isProblem } from "@ganglion/client";
import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconDownload } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { save } from "../../lib/save";
import { FILES, type File, file } from "./api";

/** An invoice as files: one for people, one for a spreadsheet, one for programs. */
export function Downloads({ id, name }: { id: string; name: string }) {
  const fetching = useMutation({
    mutationFn: (kind: File) => file(id, kind),
    onSuccess: (content, kind) => save(content, `${name}.${kind}`),
    onError: (problem) =>
      isProblem(problem) && notifications.show({ color: "red", title: problem.title, message: problem.detail }),
  });
  return FILES.map((kind) => (
    <Button
      key={kind}
      variant="default"
      leftSection={<IconDownload size={16} />}
      loading={fetching.isPending && fetching.variables === kind}
      onClick={() => fetching.mutate(kind)}
    >
      {kind.toUpperCase()}
    </Button>
  ));
}
