import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { HttpResponse, http } from "msw";
import { describe, expect, test } from "vitest";
import { imported } from "../src/cli/zerepy.js";
import { server, serving, URL } from "./server.js";
import { Person } from "./terminal.js";

serving();

const FILE = join(import.meta.dirname, "zerepy.json");
const agent = JSON.parse(readFileSync(FILE, "utf8"));
const LOGGED_IN = { GANGLION_URL: URL, GANGLION_KEY: "gk_lab_1" };

/** Every place of the file, each member of each object. */
function places(value: unknown, at = ""): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [`${at}/${key}`, ...places(inner, `${at}/${key}`)]);
}

describe("an agent of ZerePy", () => {
  const { agent: made, workflow, connections, findings } = imported(agent);

  test("becomes an agent and connections to be made", () => {
    expect(made.name).toBe("tea-keeper");
    expect(made.connections).toEqual(["twitter", "groq", "openai", "solana"]);
    expect(made.policy.irreversible).toBe("approve");
    expect(connections).toContainEqual({
      name: "groq",
      connector: "model",
      environment: "production",
      base_url: "https://api.groq.com/openai",
    });
    expect(connections).toContainEqual({
      name: "solana",
      connector: "solana",
      environment: "mainnet",
      base_url: "https://rpc.example.com",
    });
  });

  test("becomes a workflow that draws a task each loop_delay and records which", () => {
    const text = JSON.stringify(workflow);
    expect(workflow.schedule).toEqual({ every: { seconds: 900 } });
    expect(text).toContain("ganglion.record");
    expect(text).toContain('if $drawn < 1 then \\"post-tweet\\" else if $drawn < 3 then \\"reply-to-tweet\\"');
    expect(text).toContain("* 5)"); // what does nothing keeps its weight
    expect(text).toContain('"temperature":0.5');
    expect(text).toContain("You keep a small tea house.");
  });

  test("is reported place by place: nothing is dropped silently, and no value is shown", () => {
    const inner =
      /^\/(bio|traits|examples|example_accounts)\/|^\/(config|tasks)$|^\/(config|tasks)\/\d+\/(name|weight)$/;
    const told = findings.map((it) => it.pointer);
    const ofUnknown = findings.filter((it) => it.verdict === "unknown").map((it) => it.pointer);
    const untold = places(agent).filter(
      (it) => !inner.test(it) && !told.includes(it) && !ofUnknown.some((place) => it.startsWith(`${place}/`)),
    );
    expect(untold).toEqual([]);
    expect(ofUnknown).toEqual(["/config/0/shoe_size", "/config/1", "/tasks/3", "/tasks/3/how", "/mood"]);
    expect(JSON.stringify(findings)).not.toContain("never-to-be-shown");
  });

  test("a text that looks like an expression stays a text", () => {
    const text = `\${ $secrets }`;
    const found = imported({ ...agent, bio: [text], traits: [], examples: [] });
    expect(JSON.stringify(found.workflow)).toContain(JSON.stringify(`\${ ${JSON.stringify(text)} }`));
  });

  test("without a model nothing is written, and the report says so", () => {
    const found = imported({ ...agent, config: [{ name: "twitter" }] });
    expect(JSON.stringify(found.workflow)).not.toContain("createPost");
    expect(found.findings.find((it) => it.pointer === "/tasks/0")).toMatchObject({ verdict: "not mapped" });
  });

  test.each([null, [], {}, { name: "a" }])("%j is none", (file) => {
    expect(() => imported(file)).toThrow("no agent of ZerePy");
  });
});

describe("import", () => {
  const sent: string[] = [];
  const takes = (path: string, body: object, status = 200) =>
    server.use(
      http.post(`${URL}/api/v1${path}`, () => {
        sent.push(path);
        return HttpResponse.json(body, { status });
      }),
    );
  const workflow = { id: "wfl_1", namespace: "zerepy", name: "tea-keeper", version: "1.0.0" };

  test("makes the agent and the workflow, whose schedule rests", async () => {
    sent.length = 0;
    takes("/workflows/validate", workflow);
    takes("/agents", { id: "agt_1", name: "tea-keeper" }, 201);
    takes("/workflows", workflow, 201);
    takes("/workflows/wfl_1/schedule/pause", {});
    const person = new Person(LOGGED_IN);
    expect(await person.runs("import", "zerepy", FILE)).toBe(0);
    expect(sent).toEqual(["/workflows/validate", "/agents", "/workflows", "/workflows/wfl_1/schedule/pause"]);
    expect(person.out.join("\n")).toContain("there is no connector for farcaster");
    expect(person.out.join("\n")).toContain("twitter: x, production");
    expect(person.out.join("\n")).not.toContain("never-to-be-shown");
  });

  test("--check makes nothing and shows the workflow", async () => {
    sent.length = 0;
    takes("/workflows/validate", workflow);
    const person = new Person(LOGGED_IN);
    expect(await person.runs("import", "zerepy", FILE, "--check", "--json")).toBe(0);
    expect(sent).toEqual(["/workflows/validate"]);
    expect(JSON.parse(person.out.join("")).workflow.document.name).toBe("tea-keeper");
  });

  test("what is no JSON, and what it does not know, is refused", async () => {
    const person = new Person(LOGGED_IN);
    const broken = join(person.home, "broken.json");
    writeFileSync(broken, "{");
    expect(await person.runs("import", "zerepy", broken)).toBe(1);
    expect(person.err.join()).toContain("is no JSON");
    expect(await person.runs("import", "eliza", FILE)).toBe(2);
  });
});
