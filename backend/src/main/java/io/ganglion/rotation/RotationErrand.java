package io.ganglion.rotation;

import io.ganglion.background.Errand;
import io.ganglion.background.Errands;
import io.ganglion.crypto.KeyExchange;
import io.ganglion.crypto.KeyExchange.Found;
import io.ganglion.crypto.KeyExchange.Place;
import io.ganglion.crypto.Resealer;
import io.ganglion.crypto.Resealing.Resealed;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.RotationId;
import io.ganglion.kernel.TenantId;
import io.ganglion.rotation.Rotation.Counts;
import io.ganglion.rotation.Rotation.Stage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Walks a rotation from where it is. Each page may be done twice, by a process that was killed
 * before it noted it, or by two at once.
 */
@ApplicationScoped
class RotationErrand implements Errand {
  static final String NAME = "vault-rotation";
  private static final Logger LOG = Logger.getLogger(RotationErrand.class);
  private static final String RETIRE = "/retire";

  private final TenantTx tx;
  private final KeyExchange keys;
  private final Instance<Resealer> resealers;
  private final Instance<Errands> errands; // which know this one
  private final RotationConfig config;

  RotationErrand(
      TenantTx tx,
      KeyExchange keys,
      Instance<Resealer> resealers,
      Instance<Errands> errands,
      RotationConfig config) {
    this.tx = tx;
    this.keys = keys;
    this.resealers = resealers;
    this.errands = errands;
    this.config = config;
  }

  static String walk(RotationId id) {
    return id.toString();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void run(String subject) {
    boolean retiring = subject.endsWith(RETIRE);
    var id =
        RotationId.fromString(
            retiring ? subject.substring(0, subject.length() - RETIRE.length()) : subject);
    var next = find(id);
    while (next.isPresent() && due(next.get().stage(), retiring)) {
      if (!next.get().master().equals(keys.master())) {
        // while processes are replaced; one that has the key will come by
        throw new IllegalStateException(
            "rotation %s is for master key %s, and this process wraps by another"
                .formatted(id, next.get().master()));
      }
      page(next.get());
      next = find(id);
    }
  }

  /** Old keys are deleted by a later errand, for what may be about to be stored. */
  private static boolean due(Stage stage, boolean retiring) {
    return switch (stage) {
      case REWRAP, RENEW -> true;
      case RETIRE -> retiring;
      case ENDED -> false;
    };
  }

  private void page(Rotation rotation) {
    var found = keys.after(rotation.cursor(), config.page());
    var more = Counts.NONE;
    for (var one : found) {
      more = more.plus(step(rotation, one));
    }
    if (found.isEmpty()) {
      advance(rotation);
    } else {
      note(rotation, rotation.stage(), last(found), more);
    }
  }

  private Counts step(Rotation rotation, Found found) {
    var tenant = found.place().tenant();
    return switch (rotation.stage()) {
      case REWRAP ->
          found.wrapped()
              ? Counts.NONE
              : switch (keys.rewrap(found.place())) {
                case DONE -> new Counts(1, 0, 0, 0, 0);
                case NOT_NEEDED -> Counts.NONE;
                case FAILED -> new Counts(0, 0, 0, 0, 1);
              };
      case RENEW -> {
        boolean made = keys.renew(tenant, rotation.startedAt());
        var resealed = reseal(tenant, keys.generation(tenant));
        yield new Counts(0, made ? 1 : 0, resealed.resealed(), 0, resealed.failed());
      }
      case RETIRE -> {
        int newest = keys.generation(tenant);
        if (found.place().generation() >= newest) {
          yield Counts.NONE;
        }
        var late = reseal(tenant, newest);
        int retired = late.failed() > 0 ? 0 : keys.retire(tenant, newest);
        yield new Counts(0, 0, late.resealed(), retired, 0); // what failed was counted
      }
      case ENDED -> Counts.NONE;
    };
  }

  /** All that the tenant has in the vault. */
  private Counts reseal(TenantId tenant, int before) {
    var resealed = new Resealed(0, 0);
    for (var resealer : resealers) {
      resealed = resealed.plus(resealer.reseal(tenant, before));
    }
    return new Counts(0, 0, resealed.done(), 0, resealed.failed());
  }

  private void advance(Rotation rotation) {
    switch (rotation.stage()) {
      case REWRAP -> note(rotation, Stage.RENEW, Place.START, Counts.NONE);
      case RENEW ->
          tx.run(
              TenantId.NOBODY,
              c -> {
                if (RotationStore.progress(c, rotation, Stage.RETIRE, Place.START, Counts.NONE)) {
                  errands
                      .get()
                      .ask(NAME, rotation.id() + RETIRE, Instant.now().plus(config.keepOld()));
                }
              });
      case RETIRE -> {
        note(rotation, Stage.ENDED, rotation.cursor(), Counts.NONE);
        LOG.infof(
            "rotation %s of the vault's keys has ended: %s", rotation.id(), rotation.counts());
      }
      case ENDED -> {}
    }
  }

  private void note(Rotation rotation, Stage stage, Place cursor, Counts more) {
    tx.run(TenantId.NOBODY, c -> RotationStore.progress(c, rotation, stage, cursor, more));
  }

  private Optional<Rotation> find(RotationId id) {
    return tx.call(TenantId.NOBODY, c -> RotationStore.find(c, id));
  }

  private static Place last(List<Found> found) {
    return found.getLast().place();
  }
}
