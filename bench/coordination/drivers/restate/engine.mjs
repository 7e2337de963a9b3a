// Starts Restate's server in a folder of its own and says where it is, as the contract wants it of an engine.
import { spawn } from "node:child_process";
import { mkdtempSync, openSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

const require = createRequire(import.meta.url);
const platform = `@restatedev/restate-server-${process.platform}-${process.arch}`;
const binary = join(dirname(require.resolve(`${platform}/package.json`)), "bin", "restate-server");
const folder = mkdtempSync(join(tmpdir(), "restate-"));
const [ingress, admin, node] = [await freePort(), await freePort(), await freePort()];
const log = openSync(join(folder, "log"), "w");
const server = spawn(binary, ["--base-dir", join(folder, "data"), "--node-name", "bench"], {
  stdio: ["ignore", log, log],
  env: {
    ...process.env,
    RESTATE_INGRESS__BIND_ADDRESS: `127.0.0.1:${ingress}`,
    RESTATE_ADMIN__BIND_ADDRESS: `127.0.0.1:${admin}`,
    RESTATE_BIND_ADDRESS: `127.0.0.1:${node}`,
    RESTATE_ADVERTISED_ADDRESS: `http://127.0.0.1:${node}`,
    DO_NOT_TRACK: "1",
  },
});
server.on("exit", () => {
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
});
process.on("SIGTERM", () => server.kill("SIGKILL"));
for (let i = 0; i < 300; i++) {
  const answer = await fetch(`http://127.0.0.1:${admin}/health`).catch(() => undefined);
  if (answer?.ok) break;
  await new Promise((done) => setTimeout(done, 100));
}
console.log(
  JSON.stringify({ RESTATE_INGRESS: `http://127.0.0.1:${ingress}`, RESTATE_ADMIN: `http://127.0.0.1:${admin}` }),
);
