import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useCallback } from "react";
import { chooseTenant } from "./api";
import { meQuery } from "./session";

/** Goes to a tenant: what was fetched of another one is thrown away. */
export function useEnterTenant(): (tenant: string) => Promise<void> {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useCallback(
    async (tenant) => {
      chooseTenant(tenant);
      await client.fetchQuery({ ...meQuery, staleTime: 0 });
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== meQuery.queryKey[0] });
      await navigate({ to: "/" });
    },
    [client, navigate],
  );
}
