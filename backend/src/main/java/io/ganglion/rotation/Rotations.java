package io.ganglion.rotation;

import io.ganglion.background.Errands;
import io.ganglion.crypto.KeyExchange;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.RotationId;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** The operator's rotations. */
@ApplicationScoped
public class Rotations {
  private final TenantTx tx;
  private final KeyExchange keys;
  private final Errands errands;

  Rotations(TenantTx tx, KeyExchange keys, Errands errands) {
    this.tx = tx;
    this.keys = keys;
    this.errands = errands;
  }

  /**
   * Asks for a rotation under an identifier the caller chose; the same call again answers the same
   * one. One under way for another master key than ours ends where it is.
   *
   * @throws RotationProblem if another is under way for this master key
   */
  public Rotation start(RotationId id) {
    return tx.call(
        TenantId.NOBODY,
        c -> {
          RotationStore.supersede(c, keys.master());
          if (RotationStore.insert(c, id, keys.master())) {
            errands.ask(RotationErrand.NAME, RotationErrand.walk(id), Instant.now());
          }
          return RotationStore.find(c, id).orElseThrow(RotationProblem::running);
        });
  }

  /**
   * One rotation.
   *
   * @throws NotFound if there is none
   */
  public Rotation get(RotationId id) {
    return tx.call(TenantId.NOBODY, c -> RotationStore.find(c, id))
        .orElseThrow(() -> new NotFound("rotation"));
  }
}
