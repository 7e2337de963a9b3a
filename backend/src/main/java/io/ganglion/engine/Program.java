package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;

/** What a run does between its start and its end. */
interface Program {
  /**
   * Goes on from where the journal ends.
   *
   * @return the run's output
   * @throws Unwind for every other way to stop
   */
  JsonNode run(Walk walk);
}
