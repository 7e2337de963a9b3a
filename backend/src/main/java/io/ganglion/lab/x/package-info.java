/**
 * X as far as an account that posts needs it.
 *
 * <p>Owns: routes, limits and errors of X's API v2. Does not own: the connector for X. Invariant:
 * two live posts of an account never have the same text.
 *
 * @see <a href="https://docs.x.com/x-api">X's API reference</a>
 */
@NullMarked
package io.ganglion.lab.x;

import org.jspecify.annotations.NullMarked;
