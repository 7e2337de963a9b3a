package io.ganglion.addition;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What a description says of a connector-to-be.
 *
 * @param address where it is; empty where the description doesn't say
 */
record Draft(String title, Optional<URI> address, List<Scheme> schemes, List<Offer> offers) {
  Draft {
    schemes = List.copyOf(schemes);
    offers = List.copyOf(offers);
  }
}
