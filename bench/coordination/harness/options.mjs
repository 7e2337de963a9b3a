import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { SCENARIOS } from "../scenarios/index.mjs";

const DRIVERS = JSON.parse(readFileSync(new URL("../drivers/drivers.json", import.meta.url), "utf8"));

const whole = (text, name) => {
  if (!/^[1-9][0-9]{0,3}$/.test(text)) throw new Error(`--${name} takes a number from 1 to 9999`);
  return Number(text);
};

/** Some of those there are. */
function some(text, all, what) {
  if (text === undefined) return all;
  const chosen = text.split(",");
  for (const it of chosen)
    if (!all.includes(it)) throw new Error(`there is no ${what} ${it}; there are ${all.join(", ")}`);
  return chosen;
}

/** What is to be measured, as the command line says it. */
export function optionsOf(args) {
  const { values } = parseArgs({
    args,
    options: {
      driver: { type: "string" },
      command: { type: "string" },
      scenario: { type: "string" },
      seeds: { type: "string", default: "20" },
      "at-once": { type: "string", default: "4" },
      out: { type: "string" },
    },
  });
  if (values.command) {
    if (!values.driver || values.driver in DRIVERS)
      throw new Error("--command goes with --driver and a name of your own");
    DRIVERS[values.driver] = { command: values.command.split(" "), own: true };
  }
  return {
    drivers: some(values.driver, Object.keys(DRIVERS), "driver").map((name) => ({ name, ...DRIVERS[name] })),
    scenarios: some(values.scenario, SCENARIOS, "scenario"),
    seeds: whole(values.seeds, "seeds"),
    atOnce: whole(values["at-once"], "at-once"),
    out: values.out,
  };
}
