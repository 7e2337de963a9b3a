// node score/main.mjs FOLDER: scores anew what runs of the benchmark left, from the ledgers.
import { scoreAll } from "./folder.mjs";
import { table } from "./summary.mjs";

console.log(table(scoreAll(process.argv[2])));
