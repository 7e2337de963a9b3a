/**
 * X (api.x.com, version 2).
 *
 * <p>Owns: posts, their length, how to find one again. Does not own: token refresh, rate budgets.
 * Invariant: a post is claimed as landed only by its id, or by its exact text, parent and time on
 * this account.
 */
@NullMarked
package io.ganglion.connector.x;

import org.jspecify.annotations.NullMarked;
