/** Repeatable chance: the same numbers from 0 to 1 for the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** All of them, in another order. */
export function shuffled<T>(all: readonly T[], random: () => number): T[] {
  const mixed = all.map((one) => ({ one, rank: random() }));
  return mixed.sort((a, b) => a.rank - b.rank).map(({ one }) => one);
}
