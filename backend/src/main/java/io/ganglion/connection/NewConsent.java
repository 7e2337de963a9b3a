package io.ganglion.connection;

import io.ganglion.kernel.ConnectionId;
import io.ganglion.oauth.App;
import java.util.Optional;

/**
 * What somebody sends to have a person asked at a platform.
 *
 * @param again a connection that is to be authorized again; name, connector and environment are its
 *     own then
 * @param environment one of the connector's; empty where it has a single one
 * @param own the tenant's own app; empty: the operator's, or the one that the connection was made
 *     with
 * @param actor who asks
 * @param browser whether the same browser has to come back
 */
public record NewConsent(
    Optional<ConnectionId> again,
    String name,
    String connector,
    Optional<String> environment,
    Optional<App> own,
    String actor,
    boolean browser) {}
