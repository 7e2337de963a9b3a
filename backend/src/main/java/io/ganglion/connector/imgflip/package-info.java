/**
 * Memes by imgflip.
 *
 * <p>Owns: captions, templates, imgflip's way to refuse with the status 200. Does not own:
 * credentials at rest, retries, rate budgets. Invariant: a meme is made only where an answer names
 * its address.
 *
 * @see <a href="https://imgflip.com/api">imgflip: API</a>
 */
@NullMarked
package io.ganglion.connector.imgflip;

import org.jspecify.annotations.NullMarked;
