/**
 * Discord's HTTP API, version 10, for bots.
 *
 * <p>Owns: messages, reactions, threads, nonces, how to find a message again. Does not own:
 * credentials at rest, retries, rate budgets. Invariant: an empty page proves nothing as long as
 * the bot may not be allowed to read the channel's history.
 *
 * @see <a href="https://discord.com/developers/docs/reference">Discord: API reference</a>
 */
@NullMarked
package io.ganglion.connector.discord;

import org.jspecify.annotations.NullMarked;
