import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";

const CHANGED = [["runs"], ["approvals"], ["effects"], ["attention"]];

/** Asks again for all that a person's word about a run may change. */
export function useAskedAnew(): () => Promise<unknown> {
  const client = useQueryClient();
  return useCallback(() => Promise.all(CHANGED.map((queryKey) => client.invalidateQueries({ queryKey }))), [client]);
}
