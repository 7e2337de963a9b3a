import { isProblem, type Listing, randomKey, type Schemas } from "@ganglion/client";
import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "../../../lib/api";
import { AGENT, CAMPAIGN, connectionOf, type FirstPlatform, PACE, PLATFORMS, WORKFLOW } from "./campaign";

type Run = Schemas["Run"];

/** How far the first run is; what is there is there for good, whoever made it. */
export type Found = {
  /** Of the laboratory's platforms, those that are connected. */
  connected: readonly FirstPlatform[];
  agent: string | null;
  workflow: string | null;
  run: Run | null;
  /** Whether an account is connected that isn't the laboratory's. */
  real: boolean;
};

const PAGE = 100;
const LIVE_POLL_MS = 1_000;
const LABORATORY = "lab";

export const foundQuery = queryOptions({
  queryKey: ["first-minute"],
  queryFn: ({ signal }) => found(signal),
  refetchInterval: ({ state }) => (state.data?.run && state.data.run.ended_at === null ? LIVE_POLL_MS : false),
});

async function found(signal?: AbortSignal): Promise<Found> {
  const how = { ...(signal && { signal }) };
  const page = { query: { limit: PAGE } };
  const [connections, agents, workflows, runs] = await Promise.all([
    answer<Listing<Schemas["Connection"]>>(api.GET("/api/v1/connections", { params: page, ...how })),
    answer<Listing<Schemas["Agent"]>>(api.GET("/api/v1/agents", { params: page, ...how })),
    answer<Listing<Schemas["Workflow"]>>(
      api.GET("/api/v1/workflows", { params: { query: { limit: 1, name: WORKFLOW } }, ...how }),
    ),
    answer<Listing<Run>>(api.GET("/api/v1/runs", { params: page, ...how })),
  ]);
  const names = new Set(connections.data.map(({ name }) => name));
  const workflow = workflows.data[0]?.id ?? null;
  return {
    connected: PLATFORMS.filter((platform) => names.has(connectionOf(platform))),
    agent: agents.data.find(({ name }) => name === AGENT)?.id ?? null,
    workflow,
    run: runs.data.findLast((run) => workflow !== null && run.workflow === workflow) ?? null,
    real: connections.data.some(({ environment }) => environment !== LABORATORY),
  };
}

/**
 * Makes what the first run needs and starts it. Goes on from what is there, so that it can be called again after
 * anything: a second time it makes nothing.
 *
 * @param tell how far it is, after each step
 */
export async function begin(tell: (found: Found) => void): Promise<Run> {
  let now = await found();
  const come = (more: Partial<Found>) => {
    now = { ...now, ...more };
    tell(now);
  };
  come({});
  for (const platform of PLATFORMS) {
    if (now.connected.includes(platform)) continue;
    await unlessThere(() => connect(platform));
    come({ connected: PLATFORMS.filter((one) => one === platform || now.connected.includes(one)) });
  }
  if (now.agent === null) {
    await unlessThere(makeAgent);
    come({ agent: (await found()).agent });
  }
  if (now.workflow === null) come({ workflow: (await storeWorkflow()).id });
  if (now.run === null) await pace(now.agent);
  const run = now.run ?? (await start(now.workflow, now.agent));
  come({ run });
  return run;
}

/** Somebody else may have made it in the meantime: names are given once. */
async function unlessThere(make: () => Promise<unknown>): Promise<void> {
  try {
    await make();
  } catch (problem) {
    if (!isProblem(problem) || problem.status !== 409 || problem.code === "idempotency_running") throw problem;
  }
}

async function connect(platform: FirstPlatform): Promise<void> {
  const { connector, environment, credentials } = await openAccount(platform);
  const body = { name: connectionOf(platform), connector, environment, credentials } as Schemas["NewConnection"];
  await answer(api.POST("/api/v1/connections", { body }));
}

type Offered = { connector: string; environment: string; credentials: unknown };

/** One key for one account, so that a repetition opens no second one. */
async function openAccount(platform: FirstPlatform): Promise<Offered> {
  const open = (key: string) =>
    answer<{ connection: Offered }>(
      api.POST("/api/v1/lab/accounts", { body: { platform }, params: { header: { "Idempotency-Key": key } } }),
    );
  try {
    return (await open(`first-minute-${platform}`)).connection;
  } catch (problem) {
    // its credentials are for whoever opened it: another session needs an account of its own
    if (isProblem(problem, "idempotency_mismatch")) return (await open(randomKey())).connection;
    throw problem;
  }
}

const makeAgent = () =>
  answer<Schemas["Agent"]>(
    api.POST("/api/v1/agents", {
      // the chain is the laboratory's: what can't be undone there harms nobody
      body: { name: AGENT, connections: PLATFORMS.map(connectionOf), policy: { irreversible: "allow" } },
    }),
  );

/** The same document again is the same workflow. */
const storeWorkflow = () =>
  answer<Schemas["Workflow"]>(api.POST("/api/v1/workflows", { body: CAMPAIGN as unknown as Record<string, never> }));

/** Without it the run is over sooner, and that is all. */
const pace = (agent: string | null) =>
  Promise.allSettled(
    PACE.map((body) =>
      answer(
        api.POST("/api/v1/lab/faults", {
          body,
          params: { header: { "Idempotency-Key": `first-minute-${agent}-${body.platform}` } },
        }),
      ),
    ),
  );

/** One key for one agent's first run: whoever comes second gets the first one's. */
const start = (workflow: string | null, agent: string | null) =>
  answer<Run>(
    api.POST("/api/v1/runs", {
      body: { workflow, agent, priority: 0, input: {} },
      params: { header: { "Idempotency-Key": `first-minute-${agent}` } },
    }),
  );
