package io.ganglion.connection;

import io.ganglion.kernel.ConnectionId;
import java.time.Instant;
import java.util.UUID;

/**
 * A person was sent to a platform.
 *
 * @param connection to be made, or to be authorized {@code again}
 * @param actor who asked: an API key's or a person's identifier
 */
record AuthorizationRequest(
    UUID id,
    ConnectionId connection,
    boolean again,
    String name,
    String connector,
    String environment,
    String actor,
    Instant expiresAt) {}
