/**
 * Connections: a tenant's stored credential for one account of a platform.
 *
 * <p>Owns: credentials at rest, whose account they are, pausing. Does not own: what is done with a
 * connection, agents' rights. Invariants: credentials are never answered; a connection stays with
 * the account it was made for; no transaction is open while a platform is asked.
 */
@NullMarked
package io.ganglion.connection;

import org.jspecify.annotations.NullMarked;
