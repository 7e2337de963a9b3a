/**
 * Bluesky, and other servers of the AT protocol.
 *
 * <p>Owns: sessions made from an app password, records under keys of our choice, rich text,
 * pictures. Does not own: rate budgets, what may be retried. Invariants: the key of a record
 * follows from the effect alone, so that an effect is there once however often it is sent; access
 * and refresh tokens are in memory alone and in no reason or output.
 *
 * @see <a href="https://docs.bsky.app/docs/category/http-reference">Bluesky's HTTP reference</a>
 * @see <a href="https://atproto.com/specs/record-key">AT protocol: record keys</a>
 */
@NullMarked
package io.ganglion.connector.bluesky;

import org.jspecify.annotations.NullMarked;
