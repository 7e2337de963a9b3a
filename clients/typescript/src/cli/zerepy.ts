import { document, type Model, type Task, type Wanted } from "./zerepyWorkflow.js";

/** What became of one place of an agent's file. */
export type Finding = {
  /** JSON Pointer of the place. */
  pointer: string;
  verdict: "mapped" | "not mapped" | "unknown";
  /** What it became, or why nothing. Never a value of the file: some are credentials. */
  detail: string;
};

/** A ZerePy agent in our words. */
export type Imported = {
  agent: { name: string; connections: string[]; policy: { irreversible: "approve"; actions: string[] } };
  workflow: Record<string, unknown>;
  connections: Wanted[];
  findings: Finding[];
};

type Members = Record<string, unknown>;

/** Servers that speak as OpenAI's does, by ZerePy's name of the connection; empty for OpenAI's own. */
const MODELS: Record<string, string> = {
  openai: "",
  xai: "https://api.x.ai",
  together: "https://api.together.xyz",
  groq: "https://api.groq.com/openai",
  hyperbolic: "https://api.hyperbolic.xyz",
  galadriel: "https://api.galadriel.com",
  eternalai: "https://api.eternalai.org",
  ollama: "",
};

const CHAINS: Record<string, string> = { evm: "evm", ethereum: "evm", monad: "evm", sonic: "evm", solana: "solana" };
const FIRST_ENVIRONMENT: Record<string, string> = { evm: "ethereum", solana: "mainnet" };

const NOT_MAPPED: Record<string, string> = {
  example_accounts: "no action imitates other accounts",
  use_time_based_weights: "weights don't follow the time of the day; store a workflow for each, with a cron schedule",
  time_based_multipliers: "weights don't follow the time of the day",
};

const TASKS: Record<string, string> = {
  "post-tweet": "x.createPost, with a text of the model's",
  "reply-to-tweet":
    "x.mentions and x.createPost: X takes replies only where the account was mentioned, not to a timeline",
};

/** @throws Error if it is no agent of ZerePy's at all */
export function imported(file: unknown): Imported {
  if (!isMembers(file) || typeof file.name !== "string" || !Array.isArray(file.tasks) || !Array.isArray(file.config)) {
    throw new Error("this is no agent of ZerePy: it has no name, tasks or config");
  }
  const findings: Finding[] = [];
  const note = (pointer: string, verdict: Finding["verdict"], detail: string) =>
    findings.push({ pointer, verdict, detail });
  const name = slug(file.name);
  note("/name", "mapped", `agent ${name}, workflow zerepy/${name}`);
  const instructions = [
    ...texts(file, "bio", note),
    ...listed("You are:", texts(file, "traits", note)),
    ...listed("You write like this, and repeat none of it:", texts(file, "examples", note)),
  ].join("\n");
  const delay = seconds(file.loop_delay, note);
  const { connections, model } = configured(file.config, note);
  const tasks = chosen(file.tasks, connections, model, note);
  for (const [key, detail] of Object.entries(NOT_MAPPED)) if (key in file) note(`/${key}`, "not mapped", detail);
  const known = ["name", "bio", "traits", "examples", "loop_delay", "config", "tasks", ...Object.keys(NOT_MAPPED)];
  for (const key of Object.keys(file)) {
    if (!known.includes(key)) note(`/${escaped(key)}`, "unknown", "ZerePy has no such field that we know of");
  }
  const actions = ["x.createPost", "x.mentions", ...(model ? [`${model.wanted.connector}.chat`] : [])];
  return {
    agent: {
      name,
      connections: connections.map((it) => it.name),
      policy: { irreversible: "approve", actions },
    },
    workflow: document({ name, delay, tasks, doable: Object.keys(TASKS), instructions, model }),
    connections,
    findings,
  };
}

type Note = (pointer: string, verdict: Finding["verdict"], detail: string) => void;

function configured(config: unknown[], note: Note): { connections: Wanted[]; model: Model | null } {
  const connections: Wanted[] = [];
  let model: Model | null = null;
  for (const [at, one] of config.entries()) {
    const pointer = `/config/${at}`;
    if (!isMembers(one) || typeof one.name !== "string") {
      note(pointer, "unknown", "a connection without a name");
      continue;
    }
    const wanted = connection(one.name, one);
    if (!wanted || connections.some((it) => it.name === wanted.name)) {
      note(pointer, wanted ? "not mapped" : "unknown", wanted ? "there are two of this name" : noConnector(one.name));
      continue;
    }
    connections.push(wanted);
    const to = `connection ${wanted.name} of ${wanted.connector}`;
    note(pointer, "mapped", `${to}; its credentials are still to be filled in`);
    const chat = wanted.connector === "model" || wanted.connector === "anthropic";
    const first = chat && model === null && typeof one.model === "string";
    if (first) model = { wanted, model: one.model as string };
    for (const [key, value] of Object.entries(one)) {
      const place = `${pointer}/${escaped(key)}`;
      if (key === "name") continue;
      if (key === "model" && first) note(place, "mapped", "the model that writes");
      else if (key === "temperature" && first && model && typeof value === "number") {
        model.temperature = value;
        note(place, "mapped", "the temperature of the model that writes");
      } else if ((key === "rpc" || key === "base_url") && wanted.base_url) note(place, "mapped", "base_url");
      else if (key === "model" && chat) note(place, "not mapped", "the first model of the file writes");
      else if (key === "tweet_interval") note(place, "not mapped", "each run that chooses post-tweet posts");
      else if (key === "timeline_read_count" || key === "own_tweet_replies_count") {
        note(place, "not mapped", "replies go to mentions, one a run");
      } else note(place, "unknown", `no setting of ${wanted.connector}`);
    }
  }
  return { connections, model };
}

function connection(name: string, one: Members): Wanted | null {
  const own = [one.rpc, one.base_url].find((it) => typeof it === "string" && URL.canParse(it)) as string | undefined;
  const chain = Object.hasOwn(CHAINS, name) ? CHAINS[name] : undefined;
  if (chain) {
    const environment = FIRST_ENVIRONMENT[chain] as string;
    return { name: slug(name), connector: chain, environment, ...(own && { base_url: own }) };
  }
  const connector = name === "twitter" ? "x" : ["discord", "anthropic"].includes(name) ? name : undefined;
  if (connector) return { name, connector, environment: "production" };
  if (!Object.hasOwn(MODELS, name)) return null;
  const server = own ?? MODELS[name];
  return { name, connector: "model", environment: "production", ...(server && { base_url: server }) };
}

function noConnector(name: string): string {
  return `there is no connector for ${slug(name)}; call it over http, or write one`;
}

function chosen(tasks: unknown[], connections: Wanted[], model: Model | null, note: Note): Task[] {
  const found: Task[] = [];
  for (const [at, one] of tasks.entries()) {
    const pointer = `/tasks/${at}`;
    if (!isMembers(one) || typeof one.name !== "string") {
      note(pointer, "unknown", "a task without a name");
      continue;
    }
    const weight = typeof one.weight === "number" && one.weight > 0 ? one.weight : 0;
    const task = { name: one.name, weight };
    const can = connections.some((it) => it.connector === "x") && model !== null;
    const to = Object.hasOwn(TASKS, task.name) ? TASKS[task.name] : undefined;
    if (found.some((it) => it.name === task.name)) note(pointer, "not mapped", "there are two of this name");
    else {
      found.push(task);
      if (to && can) note(pointer, "mapped", `${to}; weight ${weight}`);
      else if (to) note(pointer, "not mapped", "it needs a twitter connection and one to a model");
      else if (task.name === "like-tweet") note(pointer, "not mapped", "X takes likes through its API no more");
      else note(pointer, "unknown", "a task that we don't know; when it is chosen, nothing is done");
    }
    for (const key of Object.keys(one)) {
      if (key !== "name" && key !== "weight") note(`${pointer}/${escaped(key)}`, "unknown", "no setting of a task");
    }
  }
  return found;
}

function texts(file: Members, key: string, note: Note): string[] {
  const value = file[key];
  if (value === undefined) return [];
  const all = (Array.isArray(value) ? value : [value]).filter((it): it is string => typeof it === "string");
  note(`/${key}`, "mapped", "instructions of the model");
  return all;
}

const listed = (title: string, items: string[]) => (items.length ? [title, ...items.map((it) => `- ${it}`)] : []);

function seconds(value: unknown, note: Note): number {
  const valid = typeof value === "number" && value >= 1;
  const delay = valid ? Math.round(value) : 900;
  if (valid) note("/loop_delay", "mapped", `schedule.every: ${delay} s`);
  else note("/loop_delay", "not mapped", `it is no number of seconds; every ${delay} s in its place`);
  return delay;
}

function isMembers(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const escaped = (key: string) => key.replaceAll("~", "~0").replaceAll("/", "~1");

/** A name as agents, connections and workflows have them. */
function slug(text: string): string {
  const plain = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
  return plain || "agent";
}
