/**
 * A Discord server as far as a bot that writes needs it.
 *
 * <p>Owns: channels, messages, nonces, threads, reactions, Discord's error codes. Does not own: the
 * connector for Discord. Invariants: a nonce that is enforced makes no second message within its
 * window, and is shown by no read, as on the platform; who may not read a channel's history is
 * shown an empty one.
 *
 * @see <a href="https://discord.com/developers/docs/resources/message">Discord: messages</a>
 */
@NullMarked
package io.ganglion.lab.discord;

import org.jspecify.annotations.NullMarked;
