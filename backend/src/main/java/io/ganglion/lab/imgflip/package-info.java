/**
 * imgflip as far as memes of its templates need it.
 *
 * <p>Owns: templates, captions, imgflip's refusals with the status 200. Does not own: the connector
 * for imgflip, pictures. Invariant: each meme that was made is in the journal.
 *
 * @see <a href="https://imgflip.com/api">imgflip: API</a>
 */
@NullMarked
package io.ganglion.lab.imgflip;

import org.jspecify.annotations.NullMarked;
