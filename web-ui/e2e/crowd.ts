import type { Page } from "playwright-core";

const AGENTS = 8;
const AT = "2026-11-29T12:00:00.000Z";
const CONNECTORS = ["x", "instagram", "binance", "telegram", "slack", "evm", "solana", "image"];

const named = (prefix: string, at: number) => `${prefix}_${String(at).padStart(3, "0")}`;
const page = (data: unknown[]) => ({ data, next_cursor: null });

/** A tenant in which so many systems are held, each by a run of its own; by path. */
function answers(systems: number): Record<string, unknown> {
  const all = Array.from({ length: systems }, (_, at) => ({
    at,
    system: named("sys", at),
    connector: CONNECTORS[at % CONNECTORS.length] ?? "x",
    run: named("run", at),
    agent: named("agt", at % AGENTS),
  }));
  const agents = Array.from({ length: AGENTS }, (_, at) => ({
    id: named("agt", at),
    name: `agent ${at + 1}`,
    paused_at: null,
  }));
  const accounts = all.map(({ at, system, connector }) => {
    return { id: named("con", at), name: `account-${at}`, connector, system, label: `@account${at}`, status: "active" };
  });
  const runs = all.map(({ run, agent }) => ({ id: run, agent, state: "RUNNING" }));
  const one = { created_at: AT, checked_at: AT, environment: "production", workflow: null, waiting_for: null };
  return {
    "/api/v1/agents": page(agents.map((agent) => ({ ...one, connections: [], policy: {}, ...agent }))),
    "/api/v1/connections": page(accounts.map((account) => ({ ...one, ...account }))),
    "/api/v1/runs": page(runs.map((run) => ({ ...one, ...run }))),
    "/api/v1/map": {
      agents,
      connections: accounts,
      runs,
      holds: all.map(({ at, system, connector, run }) => {
        return { id: named("hld", at), run, member: null, system, connector, weight: 1 };
      }),
      effects: [],
      approvals: [],
      capacity: { k: systems, ceiling: systems, used: systems, waiting: 0 },
      cut: false,
    },
  };
}

/** No longer than was asked for. */
function cut(answer: unknown, limit: string | null): unknown {
  const { data } = answer as { data?: unknown[] };
  return data && limit ? page(data.slice(0, Number(limit))) : answer;
}

/** Makes a page's tenant such a crowd, in which so many effects land each second, evenly. */
export async function crowd(on: Page, systems: number, effectsASecond: number): Promise<void> {
  for (const [path, json] of Object.entries(answers(systems))) {
    await on.route(
      (url) => url.pathname === path,
      (route) => route.fulfill({ json: cut(json, new URL(route.request().url()).searchParams.get("limit")) }),
    );
  }
  await on.addInitScript(
    ({ systems, effectsASecond, connectors }) => {
      const direct = window.fetch.bind(window);
      let seq = 0;
      const event = () => {
        const at = (seq * 37) % systems; // one after the other all over the map
        const id = String(at).padStart(3, "0");
        const data = {
          effect: `eff_${++seq}`,
          run: `run_${id}`,
          position: "/do/0/act",
          function: `${connectors[at % connectors.length]}.act`,
          system: `sys_${id}`,
          state: seq % 10 === 0 ? "NOT_LANDED" : "LANDED",
        };
        const type = `effect.${data.state.toLowerCase()}`;
        const body = JSON.stringify({ type, timestamp: new Date().toISOString(), data });
        return new TextEncoder().encode(`id: ${seq}\nevent: ${type}\ndata: ${body}\n\n`);
      };
      const stream = () =>
        new ReadableStream<Uint8Array>({
          start: (to) => {
            setInterval(() => to.enqueue(event()), 1_000 / effectsASecond);
          },
        });
      window.fetch = async (input, init) => {
        const url = input instanceof Request ? input.url : String(input);
        if (!new URL(url, location.href).pathname.endsWith("/events/stream")) return direct(input, init);
        return new Response(stream(), { headers: { "Content-Type": "text/event-stream" } });
      };
    },
    { systems, effectsASecond, connectors: CONNECTORS },
  );
}
