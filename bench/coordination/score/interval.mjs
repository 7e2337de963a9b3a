const Z = 1.96; // 95 %

/** Wilson's score interval of a share, which holds for few trials and at 0 and 1, too. */
export function wilson(hits, trials) {
  if (trials === 0) return [0, 1];
  const p = hits / trials;
  const centre = p + Z ** 2 / (2 * trials);
  const spread = Z * Math.sqrt((p * (1 - p)) / trials + Z ** 2 / (4 * trials ** 2));
  const scale = 1 + Z ** 2 / trials;
  return [Math.max(0, (centre - spread) / scale), Math.min(1, (centre + spread) / scale)];
}

/** Mean and the half width of its 95 % interval, by the normal approximation. */
export function mean(values) {
  const middle = values.reduce((a, b) => a + b, 0) / values.length;
  const variance = values.reduce((sum, it) => sum + (it - middle) ** 2, 0) / Math.max(1, values.length - 1);
  return [middle, Z * Math.sqrt(variance / values.length)];
}
