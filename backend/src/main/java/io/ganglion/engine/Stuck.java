package io.ganglion.engine;

import io.ganglion.db.CommitFailed;
import io.ganglion.db.EngineTx;
import io.ganglion.run.Acknowledgements;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** What can't be taken back: the run waits until a person acknowledges that. */
final class Stuck {
  private static final Duration LOOK = Duration.ofHours(24);
  private final EngineTx tx;

  Stuck(EngineTx tx) {
    this.tx = tx;
  }

  /**
   * Returns once it is acknowledged.
   *
   * @param subject what stays: an effect's identifier, or the position of a visit that left none
   * @throws Unwind.Parked until then
   */
  void acknowledged(Walk walk, String subject, String detail) {
    if (!given(walk, subject)) {
      throw Unwind.Parked.stuck(walk.lease().now().plus(LOOK), subject, detail);
    }
  }

  private boolean given(Walk walk, String subject) {
    var run = walk.run();
    try {
      return tx.call(
          List.of(run.tenant()),
          connection -> Acknowledgements.given(connection, run.tenant(), run.id(), subject));
    } catch (SQLException e) {
      throw new CommitFailed.Lost(e); // the run is let go and walked again
    }
  }
}
