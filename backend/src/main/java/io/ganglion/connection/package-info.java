/**
 * Connections: a tenant's stored credential for one account of a platform.
 *
 * <p>Owns: credentials at rest, whose account they are, pausing; people's consent, and newer tokens
 * by it. Does not own: what is done with a connection, agents' rights, the wire of OAuth.
 * Invariants: credentials are never answered; a connection stays with the account it was made for;
 * no transaction is open while a platform is asked.
 */
@NullMarked
package io.ganglion.connection;

import org.jspecify.annotations.NullMarked;
