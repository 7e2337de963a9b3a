/** What was read, with the tag of its version; null where there was none. */
export type Seen<T> = T & { etag: string | null };

/** The header that leaves alone what has changed since it was read. */
export function unchanged(etag: string | null): { "If-Match"?: string } {
  return etag === null ? {} : { "If-Match": etag };
}

/** The tag of a numbered version; 0: of what is not there yet. */
export function tagOf(version: number): string {
  return `"${version}"`;
}
