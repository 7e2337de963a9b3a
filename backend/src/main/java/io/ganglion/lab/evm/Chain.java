package io.ganglion.lab.evm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.lab.Scene;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/**
 * The blocks of a tenant's chain. A block comes with each mined transaction and with each period
 * that passes, so confirmations grow while nobody does anything.
 *
 * @param number of the newest block when {@code at} was
 */
record Chain(long number, Instant at) {
  static final long ID = 31_337;

  /** Who owns what the addresses of a chain share. */
  static final String OWNER = "chain";

  static final Duration PERIOD = Duration.ofMillis(500);

  private static final String KIND = "chain";
  private static final String ONLY = "head";

  /** Takes the chain's lock until the commit. */
  static Chain lock(Scene scene) throws SQLException {
    var first = new Chain(1, scene.now()).body();
    var body = scene.objects(OWNER).lock(KIND, ONLY, first).body();
    return new Chain(
        body.path("number").asLong(), Instant.ofEpochMilli(body.path("at_ms").asLong()));
  }

  /** The newest block's number at a time. */
  long head(Instant now) {
    long passed = Math.max(0, Duration.between(at, now).toMillis());
    return number + passed / PERIOD.toMillis();
  }

  /** When a block came; for one before the last transaction's, no later than that one. */
  Instant time(long block) {
    return block <= number ? at : at.plus(PERIOD.multipliedBy(block - number));
  }

  /** With one block more, that a transaction brought about. */
  Chain mine(Scene scene) throws SQLException {
    var next = new Chain(head(scene.now()) + 1, scene.now());
    scene.objects(OWNER).change(KIND, ONLY, next.body());
    return next;
  }

  private ObjectNode body() {
    return Json.object().put("number", number).put("at_ms", at.toEpochMilli());
  }
}
