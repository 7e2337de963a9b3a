/**
 * Anthropic's interface in front of the laboratory's weak models.
 *
 * <p>Owns: messages, token counts, batches, errors in Anthropic's form. Does not own: what the
 * models say, the connector for Anthropic. Invariant: the answer depends on nothing but model and
 * prompt.
 *
 * @see <a href="https://docs.anthropic.com/en/api/messages">Anthropic: messages</a>
 */
@NullMarked
package io.ganglion.lab.anthropic;

import org.jspecify.annotations.NullMarked;
