/** A command was called in a way that it doesn't know. */
export class Usage extends Error {}

/** The one word that a command needs. */
export function one(words: string[], what: string): string {
  const [word, ...more] = words;
  if (word === undefined) throw new Usage(`name ${what}`);
  none(more);
  return word;
}

/** Refuses words that would be ignored. */
export function none(words: string[]): void {
  if (words.length > 0) throw new Usage(`what is ${words.join(" ")}?`);
}
