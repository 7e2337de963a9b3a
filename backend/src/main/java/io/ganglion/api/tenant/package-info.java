/**
 * Tenants over HTTP.
 *
 * <p>Owns: the wire form of tenants. Does not own: what a tenant is.
 */
@NullMarked
package io.ganglion.api.tenant;

import org.jspecify.annotations.NullMarked;
