import { appendFileSync, writeFileSync } from "node:fs";

/**
 * What really happened, one JSON object a line, each written before its request is answered. Events:
 * `request` (a write that came in, and what became of it), `landed`, `undone`, `kill`.
 */
export class Ledger {
  #file;
  #now;

  constructor(file, now = Date.now) {
    this.#file = file;
    this.#now = now;
    writeFileSync(file, "", { flag: "wx" }); // a ledger is never begun anew
  }

  append(event) {
    appendFileSync(this.#file, `${JSON.stringify({ at: new Date(this.#now()).toISOString(), ...event })}\n`);
  }
}
