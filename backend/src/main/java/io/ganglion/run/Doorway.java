package io.ganglion.run;

import java.util.Optional;

/** Workers of this process that take runs up as they are accepted, past the queue. */
public interface Doorway {
  /**
   * Accepts a run that no other run started, and takes it up in the same commit.
   *
   * @return empty, and nothing is accepted, where it has to queue: there is no worker here, it has
   *     no room, others wait, or the identifier is known
   * @throws io.ganglion.db.CommitFailed.Lost when it may be accepted or not
   */
  Optional<Run> begin(NewRun run);
}
