/**
 * Telegram's Bot API as far as a bot that writes needs it.
 *
 * <p>Owns: messages, updates, limits and errors. Does not own: the connector for Telegram. Any chat
 * is there but number 404 and names beginning with {@code @nobody}; in chat 403 the bot is blocked.
 * Invariant: a bot never sees again what it sent, as on Telegram.
 *
 * @see <a href="https://core.telegram.org/bots/api">the Bot API</a>
 */
@NullMarked
package io.ganglion.lab.telegram;

import org.jspecify.annotations.NullMarked;
