/**
 * Instagram's publishing API as far as a professional account that posts photos needs it.
 *
 * <p>Owns: containers, media, the publishing limit, Graph errors. Does not own: the connector for
 * Instagram. Invariant: a container is published at most once.
 *
 * @see <a
 *     href="https://developers.facebook.com/docs/instagram-platform/content-publishing">Instagram
 *     content publishing</a>
 */
@NullMarked
package io.ganglion.lab.instagram;

import org.jspecify.annotations.NullMarked;
