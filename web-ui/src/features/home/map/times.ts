const LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"; // Crockford's, as TypeIDs have them
const STAMP = 10; // letters that hold the 48 bits of milliseconds, under two bits of nothing

/**
 * When something was made, by its identifier: a TypeID of a UUID version 7 begins with it. Milliseconds since 1970;
 * null for what is no such identifier.
 *
 * @see https://github.com/jetify-com/typeid/tree/main/spec
 */
export function madeAt(id: string): number | null {
  const letters = id.slice(id.lastIndexOf("_") + 1);
  if (letters.length !== 26) return null;
  let bits = 0;
  for (const letter of letters.slice(0, STAMP)) {
    const value = LETTERS.indexOf(letter);
    if (value < 0) return null;
    bits = bits * 32 + value;
  }
  return bits;
}
