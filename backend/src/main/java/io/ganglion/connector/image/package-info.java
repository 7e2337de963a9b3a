/**
 * Image models behind an OpenAI-compatible server.
 *
 * <p>Owns: image generation. Does not own: credentials at rest, retries, rate budgets. Invariant:
 * an answer is exactly one image.
 */
@NullMarked
package io.ganglion.connector.image;

import org.jspecify.annotations.NullMarked;
