// Makes DBOS's tables once, before many processes launch at the same time; there is nothing else that runs share.
import { DBOS } from "@dbos-inc/dbos-sdk";

DBOS.setConfig({
  name: "bench",
  systemDatabaseUrl: process.env.BENCH_POSTGRES_URL,
  applicationVersion: "setup",
  logLevel: "error",
});
await DBOS.launch();
await DBOS.shutdown();
console.log("{}");
setInterval(() => {}, 60_000); // until it is told to end
