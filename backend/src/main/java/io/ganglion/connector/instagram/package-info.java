/**
 * Instagram professional accounts (graph.instagram.com).
 *
 * <p>Owns: containers, publishing, the media found again. Does not own: credentials at rest,
 * retries, rate budgets. Invariant: a photo is claimed as published only by its container.
 */
@NullMarked
package io.ganglion.connector.instagram;

import org.jspecify.annotations.NullMarked;
