package io.ganglion.effect;

import io.ganglion.connector.Catalogue;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.OwnConnectors;
import io.ganglion.kernel.Roles;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** What attempts of effects came to in this process, by connector. */
@ApplicationScoped
class AttemptCounts {
  /** Of all that tenants added themselves: a measurement names no tenant's things. */
  private static final String OWN = "own";

  private static final String LANDED = "landed";
  private static final String NOT_LANDED = "not_landed";
  private static final String UNKNOWN = "unknown";

  /** Lets each be seen from the start, at 0: a rate has to know where it began. */
  void start(@Observes StartupEvent event, Catalogue catalogue, Roles roles) {
    if (roles.roles().contains(Roles.WORKER)) {
      for (var manifest : catalogue.shipped()) {
        List.of(LANDED, NOT_LANDED, UNKNOWN).forEach(word -> counter(manifest.name(), word));
      }
      List.of(LANDED, NOT_LANDED, UNKNOWN).forEach(word -> counter(OWN, word));
    }
  }

  static void count(String connector, Outcome outcome) {
    var word =
        switch (outcome) {
          case Outcome.Landed l -> LANDED;
          case Outcome.NotLanded n -> NOT_LANDED;
          case Outcome.Unknown u -> UNKNOWN;
        };
    counter(OwnConnectors.named(connector) ? OWN : connector, word).increment();
  }

  private static Counter counter(String connector, String outcome) {
    return Metrics.counter("ganglion.attempts", "connector", connector, "outcome", outcome);
  }
}
