package io.ganglion.trial;

import io.ganglion.kernel.ContestId;
import io.ganglion.kernel.TenantId;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * A comparison that somebody asks for.
 *
 * @param id made by the caller, so that a repetition finds it
 * @param first the seed of each entrant's first trial
 * @param seeds of each entrant
 * @param entrants workflows by name: {@code wfl_…} or {@code namespace/name[:version]}; an empty
 *     text: the scenario's reference
 * @param margin of a gate, in depth
 * @param connections which part of the world each further name of a connection stands for
 */
public record NewContest(
    TenantId tenant,
    ContestId id,
    ContestKind kind,
    String scenario,
    long first,
    int seeds,
    Map<String, String> entrants,
    Optional<BigDecimal> margin,
    Map<String, String> connections) {
  /** The most trials of one comparison. */
  public static final int MAX_TRIALS = 2_000;
}
