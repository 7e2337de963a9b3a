/**
 * An OpenAI-compatible image server that draws.
 *
 * <p>Owns: the generation endpoint and the pictures. Does not own: the connector for images.
 * Invariant: a picture's bytes depend on its prompt and size alone, so nothing but these is stored.
 *
 * @see <a href="https://platform.openai.com/docs/api-reference/images/create">create image</a>
 */
@NullMarked
package io.ganglion.lab.image;

import org.jspecify.annotations.NullMarked;
