/** A connection that the workflow names and somebody has yet to make. */
export type Wanted = { name: string; connector: string; environment: string; base_url?: string };

export type Task = { name: string; weight: number };
export type Model = { wanted: Wanted; model: string; temperature?: number };

/** What a workflow is made of; `doable` are the tasks that it can do. */
export type Plan = {
  name: string;
  delay: number;
  tasks: Task[];
  doable: string[];
  instructions: string;
  model: Model | null;
};

const PROMPTS = {
  post: "Write one post for X of at most 280 characters, without hashtags and links. Answer with its text alone.",
  reply:
    "Write one reply of at most 280 characters, without hashtags and links. Answer with its text alone. The post: ",
};

/** The workflow of an agent: each run draws a task, records which, and does it. */
export function document({ name, delay, tasks, doable, instructions, model }: Plan): Record<string, unknown> {
  const done = tasks.filter((it) => model !== null && doable.includes(it.name));
  return {
    document: {
      dsl: "1.0.3",
      namespace: "zerepy",
      name,
      version: "1.0.0",
      metadata: { ganglion: { agent: name } },
    },
    schedule: { every: { seconds: delay } },
    do: [
      { choose: { call: "ganglion.record", with: { value: choice(tasks) } } },
      {
        route: {
          switch: [
            ...done.map((it) => ({
              [taskName(it)]: { when: `. == ${JSON.stringify(it.name)}`, ...then(taskName(it)) },
            })),
            { nothing: { ...then("end") } }, // chosen, and there is nothing to do
          ],
        },
      },
      ...done.map((it) => ({
        [taskName(it)]: {
          do: it.name === "post-tweet" ? post(instructions, model as Model) : reply(instructions, model as Model),
          ...then("end"),
        },
      })),
    ],
  };
}

/** Draws by weight. A run's identifier is as good as dice, and a replay reads what was recorded. */
function choice(tasks: Task[]): string {
  const total = tasks.reduce((sum, it) => sum + it.weight, 0);
  if (total === 0) return "nothing";
  let reached = 0;
  const cases = tasks.map((it) => {
    reached += it.weight;
    return `if $drawn < ${reached} then ${JSON.stringify(it.name)} else `;
  });
  const drawn = `((reduce ($workflow.id | explode | .[]) as $c (7; (. * 31 + $c) % 1000003)) / 1000003 * ${total})`;
  return jq(`${drawn} as $drawn | ${cases.join("")}null${" end".repeat(cases.length)}`);
}

function post(instructions: string, model: Model): unknown[] {
  return [
    { write: written(instructions, PROMPTS.post, model) },
    { publish: { call: "x.createPost", with: { connection: "twitter", text: jq(".text") } } },
  ];
}

function reply(instructions: string, model: Model): unknown[] {
  return [
    { seen: { call: "ganglion.state", with: { get: "last_mention" } } },
    { readAll: { if: jq(".value == null"), ...mentions({}) } },
    { readNew: { if: jq(".value != null"), ...mentions({ since_id: jq(".value") }) } },
    {
      any: { switch: [{ none: { when: "(.posts | length) == 0", ...then("end") } }, { some: { ...then("answer") } }] },
    },
    { answer: written(instructions, jq(`${JSON.stringify(PROMPTS.reply)} + $context.mention.text`), model) },
    {
      publish: {
        call: "x.createPost",
        with: {
          connection: "twitter",
          text: jq(".text"),
          reply: { in_reply_to_tweet_id: jq("$context.mention.id") },
        },
      },
    },
    { remember: { call: "ganglion.state", with: { set: { last_mention: jq("$context.mention.id") } } } },
  ];
}

/** The oldest that has no reply yet is kept. */
const mentions = (since: { since_id?: string }) => ({
  call: "x.mentions",
  with: { connection: "twitter", ...since },
  export: { as: jq("{mention: .posts[-1]}") },
});

function written(instructions: string, prompt: string, { wanted, model, temperature }: Model): unknown {
  return {
    call: `${wanted.connector}.chat`,
    with: {
      connection: wanted.name,
      model,
      ...(temperature !== undefined && { temperature }),
      messages: [
        { role: "system", content: literal(instructions) },
        { role: "user", content: prompt },
      ],
    },
  };
}

/** A text that is never taken for an expression, whatever the file says. */
function literal(text: string): string {
  return text.trimStart().startsWith("${") ? jq(JSON.stringify(text)) : text;
}

const taskName = (task: Task) => task.name.replaceAll("-", "_");

/** Where a task goes on. */
// biome-ignore lint/suspicious/noThenProperty: it is written as JSON and never awaited
const then = (place: string) => Object.fromEntries([["then", place]]);

const jq = (expression: string) => `\${ ${expression} }`;
