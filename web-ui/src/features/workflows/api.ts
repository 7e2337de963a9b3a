import { ApiProblem, isProblem, type Listing, type Schemas, type Violation } from "@ganglion/client";
import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "../../lib/api";
import { from, listQuery } from "../../lib/lists";

export type Workflow = Schemas["Workflow"];
export type Schedule = Schemas["Schedule"];
export type Agent = Schemas["Agent"];
export type Run = Schemas["Run"];
export type Names = Schemas["ValidWorkflow"];
/** What is right or wrong with a document. */
export type Verdict = { valid: Names } | { wrong: Violation[]; detail: string };

const PAGE = 50;
const MANY = 100;

export const workflowsQuery = listQuery(["workflows", "list"], (cursor, signal) =>
  answer<Listing<Workflow>>(
    api.GET("/api/v1/workflows", { params: { query: { limit: PAGE, ...from(cursor) } }, signal }),
  ),
);

/** @param name namespace/name */
export const versionsQuery = (name: string) =>
  listQuery(["workflows", "versions", name], (cursor, signal) =>
    answer<Listing<Workflow>>(
      api.GET("/api/v1/workflows", { params: { query: { limit: PAGE, name, ...from(cursor) } }, signal }),
    ),
  );

/** One version with its document, which never changes. */
export const workflowQuery = (id: string) =>
  queryOptions({
    queryKey: ["workflows", id],
    queryFn: ({ signal }) => answer<Workflow>(api.GET("/api/v1/workflows/{id}", { params: at(id), signal })),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** When it starts by itself; null: it doesn't. */
export const scheduleQuery = (id: string) =>
  queryOptions({
    queryKey: ["workflows", id, "schedule"],
    queryFn: async ({ signal }): Promise<Schedule | null> => {
      try {
        return await answer<Schedule>(api.GET("/api/v1/workflows/{id}/schedule", { params: at(id), signal }));
      } catch (problem) {
        if (isProblem(problem) && problem.status === 404) return null;
        throw problem;
      }
    },
  });

export const agentsQuery = queryOptions({
  queryKey: ["agents", "of workflows"],
  queryFn: ({ signal }) =>
    answer<Listing<Agent>>(api.GET("/api/v1/agents", { params: { query: { limit: MANY } }, signal })),
  select: ({ data }) => data,
});

export const connectionsQuery = queryOptions({
  queryKey: ["connections", "of workflows"],
  queryFn: ({ signal }) =>
    answer<Listing<Schemas["Connection"]>>(
      api.GET("/api/v1/connections", { params: { query: { limit: MANY } }, signal }),
    ),
  select: ({ data }) => data,
});

export const connectorsQuery = queryOptions({
  queryKey: ["connectors"],
  queryFn: ({ signal }) => answer<Listing<Schemas["Connector"]>>(api.GET("/api/v1/connectors", { signal })),
  staleTime: Number.POSITIVE_INFINITY,
  select: ({ data }) => data,
});

export const languageQuery = queryOptions({
  queryKey: ["workflow-language"],
  queryFn: ({ signal }) => answer<Schemas["WorkflowLanguage"]>(api.GET("/api/v1/workflow-language", { signal })),
  staleTime: Number.POSITIVE_INFINITY,
});

const at = (id: string) => ({ path: { id } });

const yaml = (text: string) => ({
  body: text,
  bodySerializer: (body: unknown) => body as string,
  headers: { "Content-Type": "application/yaml" },
});

/** What the API says of a document; asked again only when it is another. */
export const verdictQuery = (text: string) =>
  queryOptions({
    queryKey: ["workflow-verdict", text],
    queryFn: async (): Promise<Verdict> => {
      try {
        return { valid: await answer<Names>(api.POST("/api/v1/workflows/validate", yaml(text))) };
      } catch (problem) {
        if (problem instanceof ApiProblem && (problem.status === 422 || problem.status === 400)) {
          return { wrong: problem.errors, detail: problem.detail };
        }
        throw problem;
      }
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000, // a text that is typed once more is soon another
    enabled: text.trim() !== "",
  });

export const store = (text: string) => answer<Workflow>(api.POST("/api/v1/workflows", yaml(text)));

export const pauseSchedule = (id: string) =>
  answer<Schedule>(api.POST("/api/v1/workflows/{id}/schedule/pause", { params: at(id) }));
export const resumeSchedule = (id: string) =>
  answer<Schedule>(api.POST("/api/v1/workflows/{id}/schedule/resume", { params: at(id) }));

export const start = (body: Schemas["StartRun"]) => answer<Run>(api.POST("/api/v1/runs", { body }));

/** What a workflow is called whatever its version. */
export const nameOf = ({ namespace, name }: Workflow) => `${namespace}/${name}`;

/** Workflows by name, in the order in which they come; each with its versions. */
export function byName(workflows: Workflow[]): Map<string, Workflow[]> {
  const names = new Map<string, Workflow[]>();
  for (const one of workflows) {
    const versions = names.get(nameOf(one));
    if (versions) versions.push(one);
    else names.set(nameOf(one), [one]);
  }
  return names;
}
