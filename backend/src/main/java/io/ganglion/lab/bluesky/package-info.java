/**
 * Bluesky as far as an account that posts needs it: its server and what the network shows of it.
 *
 * <p>Owns: sessions, repositories, feeds, limits and errors. Does not own: the connector for
 * Bluesky. Invariants: a record is there once under its key; a refresh token is taken once.
 *
 * @see <a href="https://docs.bsky.app/docs/category/http-reference">Bluesky's HTTP reference</a>
 */
@NullMarked
package io.ganglion.lab.bluesky;

import org.jspecify.annotations.NullMarked;
