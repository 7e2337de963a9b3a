package io.ganglion.oauth;

import io.ganglion.connector.OAuth;
import io.ganglion.egress.Origin;
import java.net.URI;
import java.util.Optional;

/**
 * A platform's flow in one environment.
 *
 * @param platform for people, e.g. {@code X}
 * @param moved the base address that its paths are below instead; empty: as it is declared
 */
public record Flow(String platform, OAuth declared, Optional<URI> moved, Origin origin) {
  /** Where one of its addresses is here. */
  public URI at(URI address) {
    return moved.map(base -> URI.create(base + address.getRawPath())).orElse(address);
  }
}
