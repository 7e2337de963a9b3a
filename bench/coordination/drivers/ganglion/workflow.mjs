const COMMUNICATION = "https://serverlessworkflow.io/spec/1.0.0/errors/communication";
const TRIES = 20;

/** Tries a task again for whatever did not land, but for a refusal. What may have landed is no error and not sent again. */
const retried = (task) => ({
  try: [task],
  catch: {
    errors: { with: { type: COMMUNICATION } },
    exceptWhen: "$error.status >= 400 and $error.status < 429",
    retry: { delay: { seconds: 1 }, limit: { attempt: { count: TRIES } } },
  },
});

/** Takes back what the act's answer names; that it is gone already is as good. */
const takenBack = (undo) =>
  retried({
    gone: {
      try: [{ undo: { call: "http", with: { method: undo.method, endpoint: undo.url } } }],
      catch: { errors: { with: { type: COMMUNICATION, status: 404 } } },
    },
  });

function sent(act, group) {
  const { method, url, body } = act.send;
  const call = { call: "http", with: { method, endpoint: url, body } };
  if (act.key_header) call.with.headers = { [act.key_header]: act.ref };
  if (group && act.undo) call.metadata = { ganglion: { compensate: takenBack(act.undo) } };
  return retried({ send: call });
}

/** A brief as a document of the Serverless Workflow DSL. */
export function workflowOf(brief) {
  const acts = brief.acts.map((act) => ({ [act.id]: sent(act, brief.commit === "all-or-nothing") }));
  return {
    document: { dsl: "1.0.3", namespace: "bench", name: brief.run, version: "1.0.0" },
    do: brief.order === "together" ? [{ all: { fork: { branches: acts } } }] : acts,
  };
}
