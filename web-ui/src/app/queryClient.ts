import { isProblem } from "@ganglion/client";
import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { meQuery } from "../lib/session";

const RETRIES = 2;

/** A failed question is asked again only where another answer may come; a change never by itself. */
export function makeQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (failed, problem) =>
          failed < RETRIES && isProblem(problem) && (problem.status === 0 || problem.status >= 500),
      },
      mutations: { retry: false },
    },
    queryCache: new QueryCache({ onError: noticeSession }),
    mutationCache: new MutationCache({ onError: noticeSession }),
  });

  function noticeSession(problem: Error) {
    if (isProblem(problem, "unauthenticated")) client.setQueryData(meQuery.queryKey, null);
    // another tab has signed in anew, or the role has changed since
    if (isProblem(problem, "csrf_token") || isProblem(problem, "forbidden")) {
      void client.invalidateQueries({ queryKey: meQuery.queryKey });
    }
  }
  return client;
}
