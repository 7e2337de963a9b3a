/**
 * Words every feature speaks: typed ids, problems, pages, money and JSON.
 *
 * <p>Owns: values without behaviour of their own. Does not own: anything that does input or output.
 * Invariant: imports no other package of Ganglion.
 */
@NullMarked
package io.ganglion.kernel;

import org.jspecify.annotations.NullMarked;
