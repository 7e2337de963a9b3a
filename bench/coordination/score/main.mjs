// node score/main.mjs FOLDER: scores anew what a run of the benchmark left, from the ledgers.
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { rowsOf } from "./folder.mjs";
import { table } from "./summary.mjs";

const out = process.argv[2];
const drivers = readdirSync(out).filter((it) => statSync(join(out, it)).isDirectory());
console.log(table(rowsOf(out, drivers)));
