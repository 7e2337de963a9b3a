package io.ganglion.egress;

import java.net.URI;
import java.util.Optional;

/**
 * Sends outward requests; blocks the calling virtual thread; never throws for what the network
 * does.
 */
public interface Egress {
  HttpResult call(HttpCall call);

  /**
   * Why an address would be refused, for whoever keeps one to call later. What it resolves to may
   * change, so that each call is checked anew.
   *
   * @return empty if it would not be, as far as can be known now
   */
  default Optional<String> refusal(URI uri, Origin origin) {
    return UrlRules.address(uri, origin);
  }
}
