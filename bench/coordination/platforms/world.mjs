import { briefOf, platformOf } from "./acts.mjs";
import { Ledger } from "./ledger.mjs";
import { Platform } from "./platform.mjs";
import { Programme, SEARCH_LAG_MS, SETTLE_MS } from "./programme.mjs";

/**
 * The platforms of one scenario and seed, running, with one ledger.
 *
 * @param file where the ledger goes; must not exist
 * @param kill called when the programme wants the driver dead
 * @returns {{brief: object, refusing: string | undefined, close: () => Promise<void>}}
 */
export async function openWorld({ scenario, seed, run, file, kill = () => {} }) {
  const programme = new Programme(scenario, seed);
  const ledger = new Ledger(file);
  const names = [...new Set(scenario.acts.map(platformOf))];
  const refusing = programme.refusing(names);
  const kills = programme.kills();
  let writes = 0;
  const victim = { moment: () => kills.get(++writes), die: kill };
  const platforms = names.map((name) => ({
    name,
    it: new Platform({ name, programme, ledger, victim, refuses: name === refusing }),
  }));
  const urls = {};
  for (const { name, it } of platforms) urls[name] = await it.start();
  return {
    brief: briefOf(scenario, run, urls, { settleMs: SETTLE_MS, searchLagMs: SEARCH_LAG_MS }),
    refusing,
    close: async () => {
      await Promise.all(platforms.map(({ it }) => it.close()));
    },
  };
}
