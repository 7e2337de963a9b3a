/**
 * Models on Replicate.
 *
 * <p>Owns: predictions, waiting for them, stopping those that nobody waits for. Does not own:
 * credentials at rest, retries, rate budgets, what models take. Invariant: a prediction that this
 * connector gave up on is stopped before that is said.
 *
 * @see <a href="https://replicate.com/docs/reference/http">Replicate: HTTP API</a>
 */
@NullMarked
package io.ganglion.connector.replicate;

import org.jspecify.annotations.NullMarked;
