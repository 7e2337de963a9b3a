/**
 * Anthropic's models.
 *
 * <p>Owns: messages, the words of {@code model.chat} said in Anthropic's form, batches. Does not
 * own: credentials at rest, retries, rate budgets, prices. Invariant: an answer is read whole or
 * not at all.
 *
 * @see <a href="https://docs.anthropic.com/en/api/overview">Anthropic: API</a>
 */
@NullMarked
package io.ganglion.connector.anthropic;

import org.jspecify.annotations.NullMarked;
