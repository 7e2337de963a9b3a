package io.ganglion.connector;

import io.ganglion.egress.Origin;
import java.net.URI;

/**
 * A connection opened for one call.
 *
 * @param baseUrl without a trailing slash
 * @param principal who {@code whoami} said this account is; empty while whoami itself is asked
 * @param origin who chose the address: tenants' addresses pass the guard, operators' don't need to
 */
public record Session(URI baseUrl, String principal, Credentials credentials, Origin origin) {}
