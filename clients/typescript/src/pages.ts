import { answer, type Outcome } from "./client.js";

/** A page of a list. */
export type Listing<T> = { data: T[]; next_cursor: string | null };

/** Where a page begins; nothing for the first. */
export type From = { cursor?: string };

/**
 * Everything of a list, page by page as it is read:
 *
 * ```ts
 * for await (const run of each((from) => api.GET("/api/v1/runs", { params: { query: { limit: 100, ...from } } }))) …
 * ```
 *
 * @throws ApiProblem if a page is refused, or never comes
 */
export async function* each<T>(page: (from: From) => Promise<Outcome<Listing<T>>>): AsyncGenerator<T, void, undefined> {
  let from: From | null = {};
  while (from) {
    const listing: Listing<T> = await answer(page(from));
    yield* listing.data;
    from = listing.next_cursor === null ? null : { cursor: listing.next_cursor };
  }
}
