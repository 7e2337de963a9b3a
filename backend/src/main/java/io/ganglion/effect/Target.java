package io.ganglion.effect;

import io.ganglion.connector.Connector;
import io.ganglion.connector.Manifest;
import io.ganglion.connector.Session;
import io.ganglion.coordination.SystemRef;
import org.jspecify.annotations.Nullable;

/**
 * Where an act goes: a connector's action on one system, through an opened connection.
 *
 * @param connection its name in the tenant; null where none is needed
 */
public record Target(
    Connector connector,
    Manifest.Action action,
    Session session,
    @Nullable String connection,
    SystemRef system) {}
