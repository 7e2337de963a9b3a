// The real Bluesky server and directory of identities, on loopback, for BlueskyPdsTest.
const crypto = require("node:crypto");
const fs = require("node:fs");
const net = require("node:net");
const os = require("node:os");
const path = require("node:path");
const plc = require("@did-plc/server");
const { PDS, envToCfg, envToSecrets, readEnv } = require("@atproto/pds");

const port = Number(process.env.PDS_PORT ?? 16002);
const data = fs.mkdtempSync(path.join(os.tmpdir(), "pds-"));
const key = () => crypto.randomBytes(32).toString("hex");

/** A port for the directory: the one beside ours may be another test's. */
const free = () =>
  new Promise((resolve) => {
    const server = net.createServer().listen(0, "127.0.0.1", () => {
      const { port: found } = server.address();
      server.close(() => resolve(found));
    });
  });

async function start() {
  const plcPort = await free();
  await plc.PlcServer.create({ db: plc.Database.mock(), port: plcPort }).start();
  Object.assign(process.env, {
    PDS_HOSTNAME: "localhost",
    PDS_PORT: String(port),
    PDS_DATA_DIRECTORY: data,
    PDS_BLOBSTORE_DISK_LOCATION: path.join(data, "blobs"),
    PDS_REPO_SIGNING_KEY_K256_PRIVATE_KEY_HEX: key(),
    PDS_PLC_ROTATION_KEY_K256_PRIVATE_KEY_HEX: key(),
    PDS_DPOP_SECRET: key(),
    PDS_JWT_SECRET: key(),
    PDS_ADMIN_PASSWORD: key(),
    PDS_DID_PLC_URL: `http://localhost:${plcPort}`,
    PDS_INVITE_REQUIRED: "0",
    PDS_DEV_MODE: "1",
    PDS_DISABLE_SSRF_PROTECTION: "1",
    PDS_SERVICE_HANDLE_DOMAINS: ".test",
    PDS_RATE_LIMITS_ENABLED: process.env.PDS_RATE_LIMITS_ENABLED ?? "false",
  });
  const env = readEnv();
  const pds = await PDS.create(envToCfg(env), envToSecrets(env));
  await pds.start();
  console.log(`listening on http://127.0.0.1:${port}`);
}

start().catch((error) => {
  console.error(error);
  process.exit(1);
});
