import { createHash } from "node:crypto";

/** A number in [0, 1) that follows from the words alone: the same words give the same number on every machine. */
export function draw(...words) {
  const digest = createHash("sha256").update(words.join("\n")).digest();
  return digest.readUIntBE(0, 6) / 2 ** 48;
}

/** A whole number from `least` to `most`, both included. */
export const between = (least, most, ...words) => least + Math.floor(draw(...words) * (most - least + 1));
