package io.ganglion.trial;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.ContestId;
import io.ganglion.kernel.TenantId;
import io.ganglion.kernel.WorkflowId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Trials that are compared.
 *
 * @param entry what never changes
 * @param alive names of entrants that go on; of an evolution fewer with each round
 * @param round from 1
 * @param passed a gate's word, once it has ended
 * @param winner the best entrant's name, once it has ended
 */
public record Contest(
    Entry entry,
    List<String> alive,
    int round,
    @Nullable Boolean passed,
    @Nullable String winner,
    Instant createdAt,
    @Nullable Instant endedAt) {
  public Contest {
    alive = List.copyOf(alive);
  }

  /**
   * What is compared.
   *
   * @param version the scenario's
   * @param seed of each entrant's first trial
   * @param seeds of each entrant; of an evolution in its last round
   * @param base {@code namespace/name} of what an evolution varies
   * @param margin of a gate, in depth: how much worse is not worse
   */
  public record Entry(
      TenantId tenant,
      ContestId id,
      ContestKind kind,
      String scenario,
      int version,
      long seed,
      int seeds,
      List<Entrant> entrants,
      Optional<String> base,
      Optional<BigDecimal> margin,
      Map<String, String> connections) {
    public Entry {
      entrants = List.copyOf(entrants);
    }
  }

  /**
   * One that is compared.
   *
   * @param settings of an evolution: what is turned, by pointer
   */
  public record Entrant(String name, WorkflowId workflow, JsonNode settings) {}
}
