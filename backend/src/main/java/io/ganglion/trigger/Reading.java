package io.ganglion.trigger;

import io.ganglion.connection.Connection;
import io.ganglion.connection.ConnectionProblem;
import io.ganglion.connection.Connections;
import io.ganglion.connector.Catalogue;
import io.ganglion.connector.Manifest;
import io.ganglion.connector.Polled;
import io.ganglion.connector.Polling;
import io.ganglion.coordination.BudgetUse;
import io.ganglion.coordination.Probe;
import io.ganglion.coordination.SystemRef;
import io.ganglion.coordination.UpstreamBudgets;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.Problem;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.jboss.logging.Logger;

/**
 * Reads one trigger that is due: page by page, each page's events and cursor written before the
 * next.
 */
final class Reading {
  private static final Logger LOG = Logger.getLogger(Reading.class);

  private final Triggers triggers;
  private final Connections connections;
  private final Catalogue catalogue;
  private final Admission admission;
  private final Settling settling;
  private final TriggerConfig config;
  private final DoubleSupplier chance;
  private final Clock clock;

  Reading(
      Triggers triggers,
      Connections connections,
      Catalogue catalogue,
      Admission admission,
      Settling settling,
      TriggerConfig config,
      DoubleSupplier chance) {
    this.triggers = triggers;
    this.connections = connections;
    this.catalogue = catalogue;
    this.admission = admission;
    this.settling = settling;
    this.config = config;
    this.chance = chance;
    this.clock = Clock.systemUTC();
  }

  /** A trigger with all that it takes to ask its platform. */
  private record Way(
      Polling connector,
      Manifest.Poll poll,
      Connections.Opened opened,
      SystemRef system,
      List<BudgetUse> uses) {}

  /** Reads, and gives it back in any case: due later, or never. */
  void read(Claimed claimed) throws SQLException {
    try {
      var way = way(claimed, triggers.get(claimed.tenant(), claimed.id()));
      if (way.isPresent() && settling.begin(claimed)) {
        pages(claimed, way.get());
      }
    } catch (NotFound e) {
      LOG.debugf("%s was deleted while it was read", claimed.id());
    }
  }

  private void pages(Claimed claimed, Way way) throws SQLException {
    var began = now();
    boolean more = true;
    for (int page = 1; more; page++) {
      var trigger = triggers.get(claimed.tenant(), claimed.id());
      more = page(claimed, trigger, way, began, page == config.pages());
    }
  }

  /** False where it was given back, or is another's. */
  private boolean page(Claimed claimed, Trigger trigger, Way way, Instant began, boolean last)
      throws SQLException {
    var probe = new Probe();
    if (!admitted(claimed, way, probe)) {
      return false;
    }
    var progress = trigger.progress();
    var asked = now();
    var question =
        new Polling.Question(
            way.poll(), trigger.wanted().arguments(), progress.cursor(), progress.round(), asked);
    var polled = way.connector().poll(way.opened().session(), question);
    if (!(polled instanceof Polled.Failed failed && failed.notBefore().isPresent())) {
      admission.answered(claimed, probe, !(polled instanceof Polled.Failed));
    }
    return switch (polled) {
      case Polled.Page page -> {
        boolean more = page.more() && !last;
        var next = more ? null : page.more() ? now() : next(trigger, began);
        yield settling.page(claimed, trigger, progress.round(), page, now(), next).isPresent()
            && more;
      }
      case Polled.Failed failed -> {
        failed(claimed, trigger, way, failed);
        yield false;
      }
      case Polled.TooOld old -> {
        settling.gap(claimed, trigger, old.reason(), now());
        yield false;
      }
    };
  }

  private boolean admitted(Claimed claimed, Way way, Probe probe) throws SQLException {
    return switch (admission.ask(
        claimed, way.opened().unchanged(), way.system(), way.uses(), probe)) {
      case Admission.Answer.Go go -> true;
      case Admission.Answer.Lost lost -> false;
      case Admission.Answer.Changed changed -> {
        connections.forget(claimed.tenant(), way.opened().connection().name());
        settling.waits(claimed, "the connection was changed", now());
        yield false;
      }
      case Admission.Answer.Hold hold -> {
        settling.waits(claimed, hold.detail(), hold.until().orElseGet(this::later));
        yield false;
      }
    };
  }

  private void failed(Claimed claimed, Trigger trigger, Way way, Polled.Failed failed)
      throws SQLException {
    var until = failed.notBefore();
    if (until.isPresent()) {
      admission.pause(claimed, way.system(), way.uses(), until.get());
    }
    var failure = new Trigger.Failure(failed.status(), failed.reason(), now());
    var backoff = new Backoff(config.firstWait(), config.longestWait());
    settling.failed(
        claimed,
        failure,
        failures -> {
          var next =
              backoff.after(failures, trigger.wanted().interval(), chance.getAsDouble(), now());
          return until.filter(next::isBefore).orElse(next);
        });
  }

  /** Empty where it can't be read now; it was given back then. */
  private Optional<Way> way(Claimed claimed, Trigger trigger) {
    var id = trigger.wanted().connection();
    if (id.isEmpty() || trigger.progress().pausedAt().isPresent()) {
      settling.never(claimed);
      return Optional.empty();
    }
    try {
      var connection = connections.get(claimed.tenant(), id.get());
      var opened = connections.open(claimed.tenant(), connection.name());
      if (!opened.connection().id().equals(connection.id())) { // another took its name meanwhile
        connections.forget(claimed.tenant(), connection.name());
        throw new NotFound("connection");
      }
      return Optional.of(way(trigger, connection, opened));
    } catch (Problem e) {
      if (e.status() >= 500) {
        throw e;
      }
      boolean paused = e.code().equals(ConnectionProblem.PAUSED);
      var detail = paused ? "the connection is paused" : String.valueOf(e.detail());
      settling.waits(claimed, detail, later());
      return Optional.empty();
    }
  }

  private Way way(Trigger trigger, Connection connection, Connections.Opened opened) {
    if (!(catalogue.shipped(connection.connector()).orElseThrow() instanceof Polling connector)) {
      throw new IllegalStateException(connection.connector() + " can't be polled");
    }
    var manifest = connector.manifest();
    var poll = java.util.Objects.requireNonNull(manifest.polls().get(trigger.wanted().poll()));
    var system = connection.coordinated(false);
    var uses =
        UpstreamBudgets.of(
            manifest, poll, system, opened.session().baseUrl(), trigger.wanted().arguments());
    return new Way(connector, poll, opened, system, uses);
  }

  private Instant next(Trigger trigger, Instant began) {
    return Backoff.next(began, trigger.wanted().interval(), now());
  }

  private Instant later() {
    return now().plus(config.stoppedWait());
  }

  private Instant now() {
    return clock.instant();
  }
}
