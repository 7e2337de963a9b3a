/**
 * Replicate with three small models.
 *
 * <p>Owns: predictions and how long they take, Replicate's errors. Does not own: the connector for
 * Replicate, pictures. Invariant: each prediction that was started is in the journal, whoever waits
 * for it.
 *
 * @see <a href="https://replicate.com/docs/reference/http">Replicate: HTTP API</a>
 */
@NullMarked
package io.ganglion.lab.replicate;

import org.jspecify.annotations.NullMarked;
