package io.ganglion.connection;

import io.ganglion.crypto.Sealed;
import java.util.Optional;

/**
 * A connection with its sealed credentials.
 *
 * @param credentialsVersion raised by each rotation and refresh; the seal is bound to it
 * @param life of the access token that a person let us have; empty: credentials were typed in
 */
record StoredConnection(
    Connection connection, Sealed credentials, long credentialsVersion, Optional<TokenLife> life) {
  boolean authorized() {
    return life.isPresent();
  }
}
