/**
 * An OpenAI-compatible server with a thousand small, weak models.
 *
 * <p>Owns: the models, their answers and errors. Does not own: the connector for models. Invariant:
 * the answer depends on nothing but model, seed and prompt, and the models err independently, so
 * that a quorum of them says more than one of them.
 *
 * @see <a href="https://platform.openai.com/docs/api-reference/chat">chat completions</a>
 */
@NullMarked
package io.ganglion.lab.model;

import org.jspecify.annotations.NullMarked;
