import type { Listing } from "@ganglion/client";
import { infiniteQueryOptions, type QueryKey } from "@tanstack/react-query";

/** A list that is fetched page by page. */
export function listQuery<T>(
  queryKey: QueryKey,
  fetchPage: (cursor: string | undefined, signal: AbortSignal) => Promise<Listing<T>>,
) {
  return infiniteQueryOptions({
    queryKey,
    queryFn: ({ pageParam, signal }) => fetchPage(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    select: ({ pages }) => pages.flatMap((page) => page.data),
  });
}

/** Where a page of a list begins; nothing for the first. */
export function from(cursor: string | undefined): { cursor?: string } {
  return cursor === undefined ? {} : { cursor };
}
