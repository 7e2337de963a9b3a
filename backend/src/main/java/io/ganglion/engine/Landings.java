package io.ganglion.engine;

import io.ganglion.db.Commits;
import io.ganglion.db.GroupCommit.Committed;
import io.ganglion.db.Write;
import io.ganglion.effect.Effect;
import io.ganglion.effect.Effects;
import io.ganglion.effect.Scope;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Makes the fates of many effects durable as they come, without holding up who brings them: what is
 * answered once answers a replay from the ledger. Thread-safe.
 */
final class Landings {
  private final Scope scope;
  private final Effects effects;
  private final Queue<Coming> coming = new ConcurrentLinkedQueue<>();

  private record Coming(Effect effect, CompletableFuture<Committed> commit) {}

  Landings(Scope scope, Effects effects) {
    this.scope = scope;
    this.effects = effects;
  }

  void add(Effect effect, List<Write> writes) {
    if (!writes.isEmpty()) { // else it is on record
      coming.add(new Coming(effect, scope.commits().submit(scope.run().uuid(), writes)));
    }
  }

  /**
   * Returns when all of them are durable; the ledger's memory has them then.
   *
   * @throws io.ganglion.db.CommitFailed when that can't be had
   */
  void await() {
    for (var one = coming.poll(); one != null; one = coming.poll()) {
      Commits.await(one.commit);
      effects.recorded(scope, one.effect);
    }
  }
}
