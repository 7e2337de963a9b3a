package io.ganglion.status;

import io.ganglion.db.TenantTx;
import io.ganglion.kernel.IncidentId;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.Page;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/** What the operator tells everybody. */
@ApplicationScoped
public class Incidents {
  private static final Logger LOG = Logger.getLogger(Incidents.class);

  /** Of those that go on, so many are shown beside the parts. */
  private static final int SHOWN = 20;

  private static final IncidentId LAST = new IncidentId(new UUID(-1, -1));

  private final TenantTx tx;

  Incidents(TenantTx tx) {
    this.tx = tx;
  }

  /**
   * Begins one; the same identifier again answers what there is.
   *
   * @param id also that of its first update
   * @param by which operator, for the records
   */
  public Incident begin(
      IncidentId id, String title, Impact impact, Set<Part> parts, String message, String by) {
    var now = now();
    LOG.infof("incident %s begun by %s", id, by);
    return tx.call(
        TenantId.NOBODY,
        c -> {
          if (IncidentStore.insert(c, id, title, impact, parts, now)) {
            var first = new Incident.Update(IncidentState.INVESTIGATING, message, now);
            IncidentStore.tell(c, id, id.uuid(), first, by);
          }
          return IncidentStore.find(c, id).orElseThrow();
        });
  }

  /**
   * Tells how it goes on. The state {@code resolved} ends it, another one later opens it anew.
   *
   * @param update identifies what is told; the same again tells nothing twice
   * @throws InvalidRequest if too much was told of it already
   */
  public Incident tell(IncidentId id, UUID update, IncidentState state, String message, String by) {
    LOG.infof("incident %s is %s, says %s", id, state.toString(), by);
    return tx.call(
        TenantId.NOBODY,
        c -> {
          if (!IncidentStore.lock(c, id)) {
            throw new NotFound("incident");
          }
          var before = IncidentStore.find(c, id).orElseThrow();
          if (before.updates().size() >= Incident.MAX_UPDATES) {
            throw new InvalidRequest("/message", "begin a new incident: this one has enough");
          }
          IncidentStore.tell(c, id, update, new Incident.Update(state, message, now()), by);
          return IncidentStore.find(c, id).orElseThrow();
        });
  }

  /**
   * @throws NotFound if there is none
   */
  public Incident get(IncidentId id) {
    return tx.call(
        TenantId.NOBODY,
        c -> IncidentStore.find(c, id).orElseThrow(() -> new NotFound("incident")));
  }

  /** Newest first. */
  public Page<Incident> list(int limit, Optional<IncidentId> before) {
    var found =
        tx.call(TenantId.NOBODY, c -> IncidentStore.newest(c, before.orElse(LAST), limit + 1));
    return Page.of(found, limit, one -> one.id().toString());
  }

  /** Those that go on. */
  public List<Incident> open() {
    return tx.call(TenantId.NOBODY, c -> IncidentStore.open(c, SHOWN));
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
