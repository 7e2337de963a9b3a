/**
 * How the platform does, over HTTP, for everybody.
 *
 * <p>Owns: the wire form, and how the parts do that the database knows nothing of. Does not own:
 * when a part counts as what. Invariant: nothing in an answer names a tenant, a person or an
 * address.
 */
@NullMarked
package io.ganglion.api.status;

import org.jspecify.annotations.NullMarked;
