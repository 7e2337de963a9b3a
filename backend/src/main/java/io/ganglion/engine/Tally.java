package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import java.util.Optional;

/**
 * Counts a swarm's members and tells its reducer of them until the result is certain; what comes
 * later changes nothing. Thread-safe: members answer side by side.
 */
final class Tally {
  private final int members;
  private final int tolerated;
  private final Reducer reducer;
  private int answered;
  private int failed;
  private boolean decided;

  /**
   * @param tolerated members that may fail; one more, and the swarm has failed
   */
  Tally(int members, int tolerated, Reducer reducer) {
    this.members = members;
    this.tolerated = tolerated;
    this.reducer = reducer;
  }

  synchronized void answered(Reducer.Answer answer) {
    if (!decided) {
      answered++;
      reducer.answered(answer);
      look();
    }
  }

  synchronized void failed(int member) {
    if (!decided) {
      failed++;
      reducer.failed(member);
      look();
    }
  }

  private void look() {
    decided = failed > tolerated || reducer.decided(members - answered - failed);
  }

  /** Whether nothing that may still come changes the result. */
  synchronized boolean decided() {
    return decided;
  }

  /** Empty where the members came to none, or too many failed. */
  synchronized Optional<JsonNode> value() {
    return failed > tolerated ? Optional.empty() : reducer.value();
  }

  /** The counts, with what the reducer says. */
  synchronized ObjectNode counts() {
    var counts =
        Json.object().put("members", members).put("answered", answered).put("failed", failed);
    reducer.describe(counts);
    return counts;
  }

  /** Why there is no result. */
  synchronized String summary() {
    if (failed > tolerated) {
      return "%d of %d members failed, %d are tolerated".formatted(failed, members, tolerated);
    }
    var counts = counts();
    counts.remove("tally"); // too long for a sentence
    return Json.write(counts);
  }
}
