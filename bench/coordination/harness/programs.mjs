import { spawn, spawnSync } from "node:child_process";
import { existsSync, openSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const DRIVERS = fileURLToPath(new URL("../drivers/", import.meta.url));

/** Fetches a driver's packages, once. */
export function fetchPackages(driver) {
  const folder = driver.packages && `${DRIVERS}${driver.packages}`;
  if (!folder || existsSync(`${folder}/node_modules`)) return;
  const done = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (done.status !== 0) throw new Error(`the packages of ${driver.name} could not be fetched`);
}

/** Starts a driver's program; its own environment stands beside ours. */
export function start(driver, command, env, log) {
  const file = openSync(log, "a");
  return spawn(command[0], command.slice(1), {
    cwd: driver.own ? undefined : DRIVERS,
    env: { ...process.env, ...driver.env, ...env },
    stdio: ["ignore", "pipe", file],
  });
}

/** Starts what all runs of a driver share, where it has such a thing. It says in its first line which settings the driver needs. */
export async function startEngine(driver, log) {
  for (const setting of driver.needs ?? []) {
    if (!process.env[setting])
      throw new Error(`${driver.name} needs ${setting}; \`./ganglion bench coordination\` gives it`);
  }
  if (!driver.engine) return { env: {}, stop: () => {} };
  const child = start(driver, driver.engine, {}, log);
  const exited = new Promise((done) => child.once("exit", done));
  const line = await new Promise((done, failed) => {
    child.stdout.once("data", (data) => done(data.toString()));
    child.once("exit", () => failed(new Error(`the engine of ${driver.name} ended; see ${log}`)));
  });
  const stop = async () => {
    child.kill("SIGTERM");
    await exited;
  };
  return { env: JSON.parse(line), stop };
}

/** kill -9 of the process that a file names, if there is one now. */
export function killByFile(file) {
  try {
    process.kill(Number(readFileSync(file, "utf8")), "SIGKILL");
  } catch (e) {
    if (e.code !== "ESRCH" && e.code !== "ENOENT") throw e; // it is dead, or not up yet
  }
}
