package io.ganglion.db;

import io.ganglion.db.GroupCommit.Committed;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Waits for the group commit. */
public final class Commits {
  private Commits() {}

  /**
   * Blocks until the unit is durable.
   *
   * @throws CommitFailed as it failed
   */
  public static Committed await(CompletableFuture<Committed> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof CommitFailed failed) {
        throw failed;
      }
      throw e;
    }
  }
}
