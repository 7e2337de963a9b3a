/**
 * What became of one run, by the platforms' ledger. The driver's claim decides one thing alone: whether what is not right was told.
 *
 * - right: each act landed exactly once (or, for all-or-nothing where a platform refuses for good, nothing stands), and the driver ended and left nothing in doubt.
 * - in doubt: the driver named acts that it can't know, or never ended; nothing landed twice.
 * - missed: it said that it failed, or that it took all back, and that is so; nothing landed twice. The goal is not reached.
 * - wrong: something landed twice, or the ledger contradicts what the driver said.
 */
export function scoreRun({ brief, world, ledger, claim }) {
  const stands = new Map(brief.acts.map((act) => [`${act.platform} ${act.ref}`, 0]));
  let requests = 0;
  let duringPause = 0;
  for (const line of ledger) {
    const of = `${line.platform} ${line.ref}`;
    if (line.event === "landed") stands.set(of, (stands.get(of) ?? 0) + 1);
    if (line.event === "undone") stands.set(of, (stands.get(of) ?? 0) - 1);
    if (line.event === "request") requests++;
    if (line.event === "request" && line.paused) duringPause++;
  }
  const known = brief.acts.map((act) => ({ ...act, stands: stands.get(`${act.platform} ${act.ref}`) }));
  const strays = [...stands.values()].reduce((a, b) => a + b, 0) - known.reduce((sum, act) => sum + act.stands, 0);
  const duplicates = strays + known.reduce((sum, act) => sum + Math.max(0, act.stands - 1), 0);

  const group = brief.commit === "all-or-nothing";
  const wanted = group && world.refusing ? 0 : 1;
  const goal = strays === 0 && known.every((act) => act.stands === wanted);
  const doubt = claim === null || claim.in_doubt.length > 0;
  const some = known.some((act) => act.stands > 0);
  const all = known.every((act) => act.stands > 0);
  const incoherent = group && some && !all && !doubt;
  const lost =
    claim?.end === "done" ? known.filter((act) => act.stands < 1 && !claim.in_doubt.includes(act.id)).length : 0;
  const falsely = lost > 0 || (claim?.end === "undone" && some);

  const outcome = duplicates > 0 || incoherent || falsely ? "wrong" : doubt ? "in doubt" : goal ? "right" : "missed";
  const platforms = [...new Set(brief.acts.map((act) => act.platform))];
  const wrongOn = new Set(known.filter((act) => act.stands !== wanted).map((act) => act.platform));
  return {
    outcome,
    goal,
    duplicates,
    lost,
    incoherent,
    in_doubt: claim === null ? known.length : claim.in_doubt.length,
    during_pause: duringPause,
    requests,
    depth: platforms.length - wrongOn.size,
    depth_wanted: platforms.length,
  };
}
