package io.ganglion.connection;

import io.ganglion.crypto.Sealed;

/**
 * A connection with its sealed credentials.
 *
 * @param credentialsVersion raised by each rotation; the seal is bound to it
 */
record StoredConnection(Connection connection, Sealed credentials, long credentialsVersion) {}
