/**
 * Telegram's Bot API.
 *
 * <p>Owns: messages of a bot, what a refusal means. Does not own: rate budgets, inbound webhooks.
 * Invariants: the token is in a request's path and nowhere else; a message has landed only once its
 * identifier was received, for there is no looking at what was sent.
 *
 * @see <a href="https://core.telegram.org/bots/api">the Bot API</a>
 */
@NullMarked
package io.ganglion.connector.telegram;

import org.jspecify.annotations.NullMarked;
