package io.ganglion.status;

import io.ganglion.db.DatabaseFailed;
import io.ganglion.kernel.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * How the platform does, for everybody: looked at once in some seconds, however many ask. It
 * answers without a database as well.
 */
@ApplicationScoped
public class Status {
  private static final Logger LOG = Logger.getLogger(Status.class);

  private final Platform platform;
  private final Incidents incidents;
  private final StatusConfig config;
  private volatile @Nullable Looks latest;

  Status(Platform platform, Incidents incidents, StatusConfig config) {
    this.platform = platform;
    this.incidents = incidents;
    this.config = config;
  }

  /**
   * @param others how the parts do that the database knows nothing of
   */
  public Looks now(Supplier<Map<Part, PartState>> others) {
    var known = latest;
    return known != null && fresh(known) ? known : look(others);
  }

  /** One looks, the others wait for it. */
  private synchronized Looks look(Supplier<Map<Part, PartState>> others) {
    var known = latest;
    if (known != null && fresh(known)) {
      return known;
    }
    var seen = others.get();
    var looks = known == null ? ask(seen, List.of()) : ask(seen, known.incidents());
    latest = looks;
    return looks;
  }

  private Looks ask(Map<Part, PartState> seen, List<Incident> lastKnown) {
    try {
      var open = incidents.open();
      return Looks.of(platform.measure(), platform.alive(), seen, open, config, Instant.now());
    } catch (Problem | DatabaseFailed e) {
      LOG.warnf("the platform can't be looked at: %s", e.getMessage());
      return Looks.blind(seen, lastKnown, Instant.now());
    }
  }

  private boolean fresh(Looks looks) {
    return Duration.between(looks.at(), Instant.now()).compareTo(config.fresh()) < 0;
  }
}
